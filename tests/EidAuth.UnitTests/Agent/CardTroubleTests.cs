using EidAgent.Prompts;
using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>Service, readers and cards that fail: each has a decided outcome, and the agent goes on serving.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class CardTroubleTests
{
    [Fact]
    public async Task A_service_that_is_not_there_is_waited_for()
    {
        TroubledReaders trouble = null!;
        await using var agent = await RunningAgent.StartAsync(readers: reader => trouble = new TroubledReaders(reader) { OnList = CardFault.ServiceUnavailable });
        agent.Reader.Insert(agent.IssueCard());
        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "ServiceMissing");

        trouble.OnList = null;
        await AdvanceUntilAsync(agent, () => agent.Prompt.Opened == 1);
        (await agent.Prompt.NextAsync()).Type("1234");

        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
    }

    [Theory]
    [InlineData(CardFault.Busy)]
    [InlineData(CardFault.Reset)]
    [InlineData(CardFault.NoCard)]
    [InlineData(CardFault.Removed)]
    [InlineData(CardFault.ReaderUnavailable)]
    public async Task A_card_that_another_program_holds_is_waited_for(CardFault fault)
    {
        TroubledReaders trouble = null!;
        await using var agent = await RunningAgent.StartAsync(readers: reader => trouble = new TroubledReaders(reader) { OnConnect = fault });
        agent.Reader.Insert(agent.IssueCard());
        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "CardBusy");

        trouble.OnConnect = null;
        await AdvanceUntilAsync(agent, () => agent.Prompt.Opened == 1);
        (await agent.Prompt.NextAsync()).Type("1234");

        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
    }

    [Fact]
    public async Task A_card_that_does_not_answer_is_to_be_inserted_again()
    {
        TroubledReaders trouble = null!;
        await using var agent = await RunningAgent.StartAsync(
            readers: reader => trouble = new TroubledReaders(reader) { Look = state => state with { Presence = CardPresence.Mute } });
        agent.Reader.Insert(agent.IssueCard());
        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "CardMute");

        trouble.Look = state => state;
        trouble.Change();
        (await agent.Prompt.NextAsync()).Type("1234");

        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
    }

    [Fact]
    public async Task A_card_that_is_not_belgian_is_said_so_and_gets_no_command()
    {
        TroubledReaders trouble = null!;
        await using var agent = await RunningAgent.StartAsync(readers: reader => trouble = new TroubledReaders(reader));
        var foreign = agent.IssueCard("adult-17");
        trouble.Atrs[agent.Reader.Name] = Convert.FromHexString("3B00");
        agent.Reader.Insert(foreign);
        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "NotBelgian");

        trouble.Atrs.Clear();
        agent.Reader.Insert(agent.IssueCard());
        (await agent.Prompt.NextAsync()).Type("1234");

        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
        Assert.Empty(foreign.Transcript);
    }

    [Fact]
    public async Task Of_several_cards_the_first_belgian_one_is_taken()
    {
        TroubledReaders trouble = null!;
        SimulatedReader second = null!;
        await using var agent = await RunningAgent.StartAsync(readers: reader =>
        {
            second = new SimulatedReader("Simulated Reader 01 00", pinPad: false, TimeProvider.System);
            return trouble = new TroubledReaders(reader, second);
        });
        var (foreign, belgian) = (agent.IssueCard("adult-17"), agent.IssueCard());
        trouble.Atrs[agent.Reader.Name] = Convert.FromHexString("3B00");
        agent.Reader.Insert(foreign);
        second.Insert(belgian);

        var page = await agent.ConsentAsync();
        (await agent.Prompt.NextAsync()).Type("1234");

        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
        Assert.Empty(foreign.Transcript);
        Assert.Equal(1, RunningAgent.Count(belgian, "002A"));
    }

    [Fact]
    public async Task Without_a_reader_the_page_asks_for_one_and_goes_on_when_it_comes()
    {
        var plugged = false;
        TroubledReaders trouble = null!;
        await using var agent = await RunningAgent.StartAsync(readers: reader => trouble = new TroubledReaders(new Unplugged(reader, () => plugged)));
        agent.Reader.Insert(agent.IssueCard());
        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "InsertReader");

        plugged = true;
        trouble.Change();
        (await agent.Prompt.NextAsync()).Type("1234");

        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
    }

    [Fact]
    public async Task A_reader_that_is_unplugged_while_the_window_is_open_ends_the_login()
    {
        var plugged = true;
        TroubledReaders trouble = null!;
        await using var agent = await RunningAgent.StartAsync(readers: reader => trouble = new TroubledReaders(new Unplugged(reader, () => plugged)));
        agent.Reader.Insert(agent.IssueCard());
        var page = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();

        plugged = false;
        trouble.Change();
        page = await agent.UntilEndAsync(page);

        Assert.Equal(("reader_lost", "card_removed"), (page.Ending, page.Form("back").Fields["error"]));
        Assert.True(window.ClosedByAgent);
    }

    // 00B0 is READ BINARY, before the PIN is asked; 0022 is MSE, after it was typed and before VERIFY.
    [Theory]
    [InlineData("00B0", CardFault.ServiceUnavailable, "service_lost", "card_error")]
    [InlineData("00B0", CardFault.ReaderUnavailable, "reader_lost", "card_removed")]
    [InlineData("00B0", CardFault.NoCard, "card_removed", "card_removed")]
    [InlineData("00B0", CardFault.Removed, "card_removed", "card_removed")]
    [InlineData("00B0", CardFault.Reset, "card_reset", "card_removed")]
    [InlineData("00B0", CardFault.Busy, "card_busy", "card_error")]
    [InlineData("00B0", CardFault.Mute, "card_mute", "card_error")]
    [InlineData("00B0", CardFault.Timeout, "card_mute", "card_error")]
    [InlineData("00B0", CardFault.Cancelled, "cancelled", "user_cancelled")]
    [InlineData("00B0", CardFault.Protocol, "card_protocol", "card_error")]
    [InlineData("00B0", CardFault.NotActivated, "not_activated", "card_error")]
    [InlineData("0022", CardFault.Removed, "card_removed", "card_removed")]
    [InlineData("0022", CardFault.Reset, "card_reset", "card_removed")]
    [InlineData("0022", CardFault.Mute, "card_mute", "card_error")]
    [InlineData("80E4", CardFault.NotActivated, "not_activated", "card_error")]
    [InlineData("80E4", CardFault.Protocol, "card_protocol", "card_error")]
    public async Task Each_fault_ends_the_login_its_own_way(string command, CardFault fault, string ending, string error)
    {
        TroubledReaders trouble = null!;
        await using var agent = await RunningAgent.StartAsync(readers: reader => trouble = new TroubledReaders(reader));
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        trouble.OnCommand = text => text.StartsWith(command, StringComparison.Ordinal) ? fault : null;

        var page = await agent.ConsentAsync();
        if (command == "0022")
        {
            (await agent.Prompt.NextAsync()).Type("1234");
        }

        page = await agent.UntilEndAsync(page);

        Assert.Equal((ending, error), (page.Ending, page.Form("back").Fields["error"]));
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
        Assert.Equal(3, card.TriesLeft);
        trouble.OnCommand = _ => null;
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
    }

    [Fact]
    public async Task A_card_of_the_first_generation_is_told_before_a_pin_is_asked()
    {
        TroubledReaders trouble = null!;
        await using var agent = await RunningAgent.StartAsync(readers: reader => trouble = new TroubledReaders(reader));
        var card = agent.IssueCard("adult-17");
        agent.Reader.Insert(card);
        trouble.Answer = (command, answer) =>
        {
            if (command.StartsWith("80E4", StringComparison.Ordinal) && answer.Length == 30)
            {
                answer[21] = 0x11;
            }

            return answer;
        };

        var page = await agent.UntilEndAsync(await agent.ConsentAsync());

        Assert.Equal(("card_too_old", "no_certificate"), (page.Ending, page.Form("back").Fields["error"]));
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
        Assert.Equal(0, agent.Prompt.Opened);
    }

    [Fact]
    public async Task A_defect_of_the_agent_ends_one_login_and_not_the_next()
    {
        var broken = new BrokenPrompt();
        await using var agent = await RunningAgent.StartAsync(prompt: broken);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);

        var page = await agent.UntilEndAsync(await agent.ConsentAsync());
        broken.Repaired = true;
        var next = await agent.UntilEndAsync(await agent.ConsentAsync());

        Assert.Equal(("agent_fault", "card_error"), (page.Ending, page.Form("back").Fields["error"]));
        Assert.Equal("signed", next.Ending);
    }

    [Fact]
    public async Task Digits_that_are_no_pin_use_no_try_and_are_asked_again()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();

        (await agent.Prompt.NextAsync()).Type("123");
        var second = await agent.Prompt.NextAsync();
        var shown = await agent.Browser.OpenAsync(page.LoginAt);
        second.Type("1234");

        Assert.Contains("A PIN has 4 to 12 digits. No try was used.", shown.Text, StringComparison.Ordinal);
        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
        Assert.Equal(1, RunningAgent.Count(card, "0020"));
    }

    private static async Task AdvanceUntilAsync(RunningAgent agent, Func<bool> arrived)
    {
        // The retry's timer may not be armed yet when the page already shows the step.
        for (var i = 0; i < 200 && !arrived(); i++)
        {
            agent.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private sealed class BrokenPrompt : IPinPrompt
    {
        public bool Repaired { get; set; }

        public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation) =>
            Repaired ? Task.FromResult(PinEntry.Of([.. "1234"u8])) : throw new InvalidOperationException("Broken on purpose.");
    }

    private sealed class Unplugged(IResourceManager reader, Func<bool> plugged) : IResourceManager
    {
        public IReadOnlyList<ReaderState> ListReaders() => plugged() ? reader.ListReaders() : [];

        public Task<IReadOnlyList<ReaderState>> WaitForChangeAsync(IReadOnlyList<ReaderState> known, CancellationToken cancellation) =>
            Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ContinueWith(_ => known, TaskScheduler.Default);

        public ICardHandle Connect(string name) => reader.Connect(name);
    }
}
