using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Faults;
using EidAuth.Testing;
using EidAuth.UnitTests.Simulator.Cards;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Faults;

[Trait("Group", TestGroup.Card)]
public sealed class CardFaultTests
{
    private const string SelectDirectory = "00A4080C023F00";
    private const string SelectFile = "00A4080C063F00DF005032";

    // TokenInfo is 41 bytes: 29.
    private const string ReadFile = "00B0000029";

    private readonly SimulatedCard card = CardTalk.Issue("adult-18");

    [Fact]
    public void A_fault_meets_the_command_it_was_planned_for_and_no_other()
    {
        Assert.Equal("9000", card.Say(SelectDirectory));
        card.Plan(new PlannedFault(FaultKind.WrongStatus, 2));
        Assert.Equal("9000", card.Say(SelectDirectory));
        Assert.Equal("6F00", card.Say(SelectDirectory));
        Assert.Equal("9000", card.Say(SelectDirectory));
        Assert.Equal(4, card.CommandsSeen);
        Assert.Equal(4, card.Transcript.Count);
    }

    [Fact]
    public void Several_faults_wait_and_are_told_from_now()
    {
        card.Plan(new PlannedFault(FaultKind.WrongStatus, 3));
        card.Plan(new PlannedFault(FaultKind.EndOfFile, 2));
        Assert.Equal("9000", card.Say(SelectDirectory));
        Assert.Equal([new(FaultKind.WrongStatus, 2), new(FaultKind.EndOfFile, 1)], card.Planned);
    }

    [Fact]
    public void Of_two_faults_for_one_command_the_second_meets_the_next()
    {
        card.Plan(new PlannedFault(FaultKind.WrongStatus, 1));
        card.Plan(new PlannedFault(FaultKind.WrongLength, 1));
        Assert.Equal("6F00", card.Say(SelectDirectory));
        Assert.Equal([new(FaultKind.WrongLength, 1)], card.Planned);
        Assert.Equal("6C02", card.Say(SelectDirectory));
        Assert.Empty(card.Planned);
    }

    [Fact]
    public void A_plan_is_forgotten_on_demand_and_outlives_a_reset()
    {
        card.Plan(new PlannedFault(FaultKind.WrongStatus, 1));
        card.Reset();
        Assert.Single(card.Planned);
        card.ClearPlan();
        Assert.Equal("9000", card.Say(SelectDirectory));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_fault_of_the_past_cannot_be_planned(int atCommand) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => card.Plan(new PlannedFault(FaultKind.Mute, atCommand)));

    [Fact]
    public void A_wrong_status_keeps_the_command_from_the_card()
    {
        card.Plan(new PlannedFault(FaultKind.WrongStatus, 1));
        Assert.Equal("6F00", card.Say(CardTalk.WrongPin));
        Assert.Equal(0, card.PinTriesSpent);
        Assert.Equal(3, card.TriesLeft);
    }

    [Fact]
    public void A_short_answer_loses_the_second_half_of_its_data()
    {
        Assert.Equal("9000", card.Say(SelectFile));
        var whole = card.Say(ReadFile);
        card.Plan(new PlannedFault(FaultKind.ShortAnswer, 1));
        Assert.Equal(whole[..40] + "9000", card.Say(ReadFile));
        card.Plan(new PlannedFault(FaultKind.ShortAnswer, 1));
        Assert.Equal("9000", card.Say(SelectFile));
    }

    [Fact]
    public void A_wrong_length_executes_nothing_and_names_the_length_that_was_asked()
    {
        Assert.Equal("9000", card.Say(SelectFile));
        card.Plan(new PlannedFault(FaultKind.WrongLength, 1));
        Assert.Equal("6C29", card.Say(ReadFile));
        Assert.EndsWith("9000", card.Say(ReadFile), StringComparison.Ordinal);
        card.Plan(new PlannedFault(FaultKind.WrongLength, 1));
        Assert.Equal("6C08", card.Say(CardTalk.WrongPin));
        Assert.Equal(0, card.PinTriesSpent);
    }

    [Fact]
    public void A_wrong_length_at_get_response_keeps_what_waits()
    {
        Assert.Equal("9000", card.Say(CardTalk.UseAuthenticationKey18));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("6160", card.Say(CardTalk.Sign18));
        card.Plan(new PlannedFault(FaultKind.WrongLength, 1));
        Assert.Equal("6C60", card.Say("00C0000060"));
        Assert.Equal(196, card.Say("00C0000060").Length);
    }

    [Fact]
    public void More_to_come_cuts_an_answer_in_two_and_gives_all_of_it()
    {
        Assert.Equal("9000", card.Say(SelectFile));
        var whole = card.Say(ReadFile);
        card.Plan(new PlannedFault(FaultKind.MoreToCome, 1));
        var first = card.Say(ReadFile);
        Assert.Equal("6115", first[^4..]);
        Assert.Equal(whole, first[..^4] + card.Say("00C0000015"));
    }

    [Fact]
    public void More_to_come_leaves_an_answer_without_data_as_it_is()
    {
        card.Plan(new PlannedFault(FaultKind.MoreToCome, 1));
        Assert.Equal("9000", card.Say(SelectFile));
    }

    [Fact]
    public void An_end_of_file_meets_read_binary_only()
    {
        card.Plan(new PlannedFault(FaultKind.EndOfFile, 1));
        Assert.Equal("9000", card.Say(SelectFile));
        card.Plan(new PlannedFault(FaultKind.EndOfFile, 1));
        Assert.Equal("6B00", card.Say(ReadFile));
        Assert.EndsWith("9000", card.Say(ReadFile), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_that_resolves_gives_short_answers_and_whole_signatures_until_the_next_reset()
    {
        card.Plan(new PlannedFault(FaultKind.ReaderResolves, 1));
        Assert.Equal("9000", card.Say(SelectFile));
        var token = card.Say("00B0000000");
        Assert.Equal(2 * 43, token.Length);
        Assert.EndsWith("9000", token, StringComparison.Ordinal);
        Assert.Equal("9000", card.Say(CardTalk.UseAuthenticationKey18));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        var signature = card.Say(CardTalk.Sign18);
        Assert.Equal(2 * 98, signature.Length);
        Assert.EndsWith("9000", signature, StringComparison.Ordinal);
        card.Reset();
        Assert.Equal("9000", card.Say(SelectFile));
        Assert.Equal("6C29", card.Say("00B0000000"));
    }

    [Fact]
    public void Garbage_is_the_same_for_the_same_seed_and_comes_after_the_command_was_executed()
    {
        var lengths = new HashSet<int>();
        for (var seed = 0; seed < 20; seed++)
        {
            card.Plan(new PlannedFault(FaultKind.Garbage, 1) { Seed = seed });
            card.Plan(new PlannedFault(FaultKind.Garbage, 2) { Seed = seed });
            var first = card.Say(SelectFile);
            Assert.Equal(first, card.Say(SelectFile));
            Assert.InRange(first.Length, 0, 2 * 258);
            lengths.Add(first.Length);
        }

        Assert.True(lengths.Count > 10);
        Assert.EndsWith("9000", card.Say(ReadFile), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.Removed, 0)]
    [InlineData(FaultKind.RemovedAfter, 1)]
    public void A_removal_leaves_no_answer_and_no_open_card(FaultKind kind, int triesSpent)
    {
        Assert.Equal("9000", card.Say(CardTalk.UseAuthenticationKey18));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        card.Plan(new PlannedFault(kind, 1));
        Assert.Equal("", card.Say(CardTalk.WrongPin));
        Assert.Equal(SecurityState.None, card.SecurityState);
        Assert.Equal(triesSpent, card.PinTriesSpent);
        Assert.Equal("9000", card.Say(SelectDirectory));
    }

    [Fact]
    public void A_reset_that_nobody_tells_is_a_card_that_forgot_everything()
    {
        Assert.Equal("9000", card.Say(SelectFile));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        card.Plan(new PlannedFault(FaultKind.Reset, 1));
        Assert.Equal("6986", card.Say(ReadFile));
        Assert.Equal("63C3", card.Say("0020000100"));
    }

    [Fact]
    public void A_mute_card_answers_nothing_until_it_is_reset()
    {
        card.Plan(new PlannedFault(FaultKind.Mute, 1));
        Assert.Equal("", card.Say(CardTalk.WrongPin));
        Assert.Equal("", card.Say(SelectDirectory));
        Assert.True(card.IsMute);
        Assert.Equal(0, card.PinTriesSpent);
        card.Reset();
        Assert.False(card.IsMute);
        Assert.Equal("9000", card.Say(SelectDirectory));
    }

    [Fact]
    public void The_security_state_tells_what_stands_open()
    {
        Assert.Equal(SecurityState.None, card.SecurityState);
        Assert.Equal("9000", card.Say(CardTalk.UseAuthenticationKey18));
        Assert.Equal(SecurityState.EnvironmentSet, card.SecurityState);
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal(SecurityState.EnvironmentSet | SecurityState.PinVerified | SecurityState.SignatureReady, card.SecurityState);
        Assert.Equal("6160", card.Say(CardTalk.Sign18));
        Assert.Equal(
            SecurityState.EnvironmentSet | SecurityState.PinVerified | SecurityState.SignatureReady | SecurityState.AnswerWaits, card.SecurityState);
        Assert.EndsWith("9000", card.Say("00C0000060"), StringComparison.Ordinal);
        Assert.Equal(SecurityState.EnvironmentSet | SecurityState.PinVerified, card.SecurityState);
        Assert.Equal("9000", card.Say("80E6000000"));
        Assert.Equal(SecurityState.EnvironmentSet, card.SecurityState);
        card.Reset();
        Assert.Equal(SecurityState.None, card.SecurityState);
    }

    [Fact]
    public void Tries_that_were_spent_stay_counted_when_the_right_pin_gives_them_back()
    {
        Assert.Equal("63C2", card.Say(CardTalk.WrongPin));
        Assert.Equal("9000", card.Say(CardTalk.RightPin));
        Assert.Equal("63C2", card.Say(CardTalk.WrongPin));
        Assert.Equal(2, card.PinTriesSpent);
    }
}
