using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Faults;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.UnitTests.Simulator.Reader;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Faults;

/// <summary>The faults as a program sees them that holds a handle of the reader in this process.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class ReaderFaultTests : IDisposable
{
    private const string GetCardData = "80E400001C";
    private readonly ReaderBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(FaultKind.Removed, 0)]
    [InlineData(FaultKind.RemovedAfter, 1)]
    public void A_removal_is_seen_on_every_later_call_and_the_reader_is_empty(FaultKind kind, int triesSpent)
    {
        var card = bench.Insert();
        using var handle = bench.Connect();
        card.Plan(new PlannedFault(kind, 2));

        Assert.EndsWith("9000", handle.Say(GetCardData), StringComparison.Ordinal);
        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => handle.Say("0020000108249999FFFFFFFFFF")).Fault);
        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => handle.Say(GetCardData)).Fault);
        Assert.Null(bench.Reader.Card);
        Assert.Equal(2, Assert.Single(bench.Reader.ListReaders()).EventCounter);
        Assert.Equal(triesSpent, card.PinTriesSpent);

        bench.Reader.Insert(card);
        using var later = bench.Connect();
        Assert.EndsWith("9000", later.Say(GetCardData), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reset_is_told_to_every_handle_and_the_command_is_not_sent()
    {
        var card = bench.Insert();
        using var handle = bench.Connect();
        using var other = bench.Connect();
        Assert.Equal("9000", handle.Say(ReaderBench.RightPin));
        card.Plan(new PlannedFault(FaultKind.Reset, 1));

        Assert.Equal(CardFault.Reset, Assert.Throws<CardException>(() => handle.Say("0020000108249999FFFFFFFFFF")).Fault);
        Assert.Equal(CardFault.Reset, Assert.Throws<CardException>(() => handle.Say(GetCardData)).Fault);
        Assert.Equal(CardFault.Reset, Assert.Throws<CardException>(() => other.Say(GetCardData)).Fault);
        Assert.Equal(SecurityState.None, card.SecurityState);
        Assert.Equal(0, card.PinTriesSpent);
        using var later = bench.Connect();
        Assert.EndsWith("9000", later.Say(GetCardData), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mute_card_stays_mute_until_a_handle_resets_it()
    {
        var card = bench.Insert();
        using (var handle = bench.Connect())
        {
            card.Plan(new PlannedFault(FaultKind.Mute, 1));
            Assert.Equal(CardFault.Mute, Assert.Throws<CardException>(() => handle.Say(GetCardData)).Fault);
            Assert.Equal(CardFault.Mute, Assert.Throws<CardException>(() => handle.Say(GetCardData)).Fault);
            Assert.True(card.IsMute);
        }

        using var later = bench.Connect();
        Assert.EndsWith("9000", later.Say(GetCardData), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_answer_takes_ten_seconds_of_the_clock()
    {
        var card = bench.Insert();
        using var handle = bench.Connect();
        card.Plan(new PlannedFault(FaultKind.Slow, 1));
        var waiting = WaitingCall.Start(() => handle.Say(GetCardData));
        SpinWait.SpinUntil(() => bench.Clock.ArmedTimers == 1, TimeSpan.FromSeconds(10));
        bench.Clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.False(waiting.IsCompleted);
        bench.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.EndsWith("9000", await waiting.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, bench.Clock.ArmedTimers);
    }

    [Fact]
    public async Task A_slow_answer_ends_when_the_card_is_pulled()
    {
        var card = bench.Insert();
        using var handle = bench.Connect();
        card.Plan(new PlannedFault(FaultKind.Slow, 1));
        var waiting = WaitingCall.Start(() => handle.Say(GetCardData));
        bench.Reader.Remove();
        Assert.Equal(CardFault.Removed, (await Assert.ThrowsAsync<CardException>(() => waiting)).Fault);
        Assert.Equal(0, bench.Clock.ArmedTimers);
    }

    [Fact]
    public void A_fault_planned_at_an_empty_reader_waits_for_the_next_card()
    {
        bench.Reader.Plan(new PlannedFault(FaultKind.WrongStatus, 2));
        var card = bench.Insert();
        using var handle = bench.Connect();
        Assert.Equal([new(FaultKind.WrongStatus, 2)], card.Planned);
        Assert.EndsWith("9000", handle.Say(GetCardData), StringComparison.Ordinal);
        Assert.Equal("6F00", handle.Say(GetCardData));
    }

    [Fact]
    public void A_cleared_plan_does_nothing_to_this_card_nor_to_the_next()
    {
        bench.Reader.Plan(new PlannedFault(FaultKind.WrongStatus, 1));
        bench.Reader.ClearPlan();
        bench.Insert();
        bench.Reader.Plan(new PlannedFault(FaultKind.WrongStatus, 1));
        bench.Reader.ClearPlan();
        using var handle = bench.Connect();
        Assert.EndsWith("9000", handle.Say(GetCardData), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reader_can_be_one_that_always_resolves()
    {
        using var pki = EidAuth.Testing.Pki.SharedPki.Open(bench.Clock);
        var reader = new SimulatedReader(ReaderBench.Name, pinPad: false, bench.Clock) { ResolvesLengths = true };
        reader.Insert(pki.IssueCard(Citizen.All["adult-18"]));
        for (var round = 0; round < 2; round++)
        {
            using var handle = reader.Connect(ReaderBench.Name);
            Assert.Equal("9000", handle.Say("00A4080C063F00DF005032"));
            Assert.Equal(2 * 43, handle.Say("00B0000000").Length);
            Assert.Equal("9000", handle.Say(ReaderBench.UseAuthenticationKey));
            Assert.Equal("9000", handle.Say(ReaderBench.RightPin));
            Assert.Equal(2 * 98, handle.Say(ReaderBench.Sign).Length);
        }
    }

    [Fact]
    public async Task A_keypad_cannot_pass_on_an_answer_without_status_word()
    {
        var card = bench.Insert();
        using var handle = bench.Connect();
        // The seed gives fewer than two bytes.
        var seed = Enumerable.Range(0, 2000).First(candidate => new Random(candidate).Next(0, 259) < 2);
        card.Plan(new PlannedFault(FaultKind.Garbage, 1) { Seed = seed });
        const string structure = "1E1E8947040C0402010813000000000D000000002000010820FFFFFFFFFFFFFF";
        var status = Task.Run(() => handle.Control(ControlCode.Of(3506), structure), TestContext.Current.CancellationToken);
        await bench.PanelAsync(panel => panel.KeypadWaits);
        bench.Type(KeypadKey.D1, KeypadKey.D2, KeypadKey.D3, KeypadKey.D4, KeypadKey.Ok);
        Assert.Equal(CardFault.Protocol, (await Assert.ThrowsAsync<CardException>(() => status)).Fault);
        Assert.False(bench.Reader.Panel.KeypadWaits);
    }
}
