using EidAgent.Prompts;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.UnitTests.Speed;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>The card is read while the person types: neither waits for the other, and whatever the card turns out to be closes the window.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class ReadWhileTypingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_window_is_open_before_the_certificate_is_read()
    {
        using var slow = new SlowFiles();
        await using var agent = await RunningAgent.StartAsync(readers: slow.Between);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);

        var page = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();
        Assert.Equal(0, RunningAgent.Count(card, "00B0"));
        slow.Release();
        window.Type("1234");

        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
    }

    [Theory]
    [InlineData("adult-18")]
    [InlineData("adult-17")]
    public async Task A_pin_typed_faster_than_the_card_is_read_waits_for_it(string citizen)
    {
        using var slow = new SlowFiles();
        await using var agent = await RunningAgent.StartAsync(readers: slow.Between);
        var card = agent.IssueCard(citizen);
        agent.Reader.Insert(card);

        var page = await agent.ConsentAsync();
        (await agent.Prompt.NextAsync()).Type("1234");
        page = await agent.UntilStepAsync(page, "Signing");
        Assert.Equal(0, RunningAgent.Count(card, "0020000108"));
        slow.Release();
        page = await agent.UntilEndAsync(page);

        Assert.Equal("signed", page.Ending);
        var commands = card.Transcript.ToList();
        Assert.True(commands.FindLastIndex(command => command.StartsWith("00B0", StringComparison.Ordinal))
            < commands.FindIndex(command => command.StartsWith("0020000108", StringComparison.Ordinal)));
        Assert.True(CertificateBag.TryParse(page.Form("back").Fields["chain"], out var chain));
        Assert.Equal(2, chain.Count);
    }

    [Fact]
    public async Task After_the_pin_nothing_is_read_any_more()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();
        await agent.UntilReadAsync(card);
        var before = card.Transcript.Count;

        window.Type("1234");
        page = await agent.UntilEndAsync(page);

        Assert.Equal("signed", page.Ending);
        Assert.Equal(["80E4", "0022", "0020", "002A", "00C0", "80E6"], card.Transcript.Skip(before).Select(command => command[..4]));
    }

    [Fact]
    public async Task Another_program_may_use_the_card_while_the_window_waits()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();
        await agent.UntilReadAsync(card);

        using (agent.Reader.Connect(agent.Reader.Name).BeginTransaction())
        {
            window.Type("1234");
            page = await agent.UntilStepAsync(page, "Signing");
            Assert.Equal(0, RunningAgent.Count(card, "0020"));
        }

        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
    }

    [Fact]
    public async Task A_card_without_certificate_closes_the_window()
    {
        using var slow = new SlowFiles { Authentication = new byte[256] };
        await using var agent = await RunningAgent.StartAsync(readers: slow.Between);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);

        var page = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();
        slow.Release();
        page = await agent.UntilEndAsync(page);

        Assert.Equal(("no_certificate", "no_certificate"), (page.Ending, page.Form("back").Fields["error"]));
        Assert.True(window.ClosedByAgent);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
    }

    [Fact]
    public async Task A_card_whose_key_cannot_log_in_closes_the_window()
    {
        using var slow = new SlowFiles();
        await using var agent = await RunningAgent.StartAsync(readers: slow.Between);
        var card = agent.IssueCard("adult-17");
        using (var session = BelpicSession.Open(new CardOnTheTable(card)))
        {
            // The root's key has 4096 bits.
            slow.Authentication = session.ReadCertificate(CertificateFile.Root);
        }

        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();
        slow.Release();
        page = await agent.UntilEndAsync(page);

        Assert.Equal(("card_too_old", "no_certificate"), (page.Ending, page.Form("back").Fields["error"]));
        Assert.True(window.ClosedByAgent);
        Assert.Equal(0, RunningAgent.Count(card, "0020000108"));
    }

    [Fact]
    public async Task A_pin_typed_for_a_card_without_certificate_goes_nowhere()
    {
        using var slow = new SlowFiles { Authentication = new byte[256] };
        await using var agent = await RunningAgent.StartAsync(readers: slow.Between);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);

        var page = await agent.ConsentAsync();
        (await agent.Prompt.NextAsync()).Type("1234");
        page = await agent.UntilStepAsync(page, "Signing");
        slow.Release();
        page = await agent.UntilEndAsync(page);

        Assert.Equal("no_certificate", page.Ending);
        Assert.Equal(0, RunningAgent.Count(card, "0020"));
    }

    [Fact]
    public async Task A_card_pulled_out_while_it_is_read_closes_the_window()
    {
        using var slow = new SlowFiles();
        await using var agent = await RunningAgent.StartAsync(readers: slow.Between);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();

        agent.Reader.Remove();
        page = await agent.UntilEndAsync(page);
        slow.Release();

        Assert.Equal("card_removed", page.Ending);
        Assert.True(window.ClosedByAgent);
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
    }

    [Fact]
    public async Task A_person_who_cancels_while_the_card_is_read_is_through_at_once()
    {
        using var slow = new SlowFiles();
        await using var agent = await RunningAgent.StartAsync(readers: slow.Between);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();

        (await agent.Prompt.NextAsync()).End(PinEntryOutcome.Cancelled);
        page = await agent.UntilEndAsync(page);
        slow.Release();

        Assert.Equal("cancelled", page.Ending);
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
        Assert.Equal(1, RunningAgent.Count(card, "002A"));
    }

    [Fact]
    public async Task With_a_keypad_the_card_is_read_before_the_pin_is_asked()
    {
        await using var agent = await RunningAgent.StartAsync(pinPad: true);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.ConsentAsync();
        await LoginFlowTests.TypeAsync(agent);
        var before = card.Transcript.Count;

        foreach (var key in (KeypadKey[])[KeypadKey.D1, KeypadKey.D2, KeypadKey.D3, KeypadKey.D4, KeypadKey.Ok])
        {
            agent.Reader.Press(key);
        }

        page = await agent.UntilEndAsync(page);

        Assert.Equal("signed", page.Ending);
        Assert.Equal(["0020", "002A", "00C0", "80E6"], card.Transcript.Skip(before).Select(command => command[..4]));
    }

    [Fact]
    public async Task The_second_login_of_a_card_reads_nothing()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        var first = await agent.LogInAsync(card);
        var before = card.Transcript.Count;

        var second = await agent.LogInAsync(card);

        Assert.Equal("signed", second.Ending);
        Assert.Equal(["80E4", "00A4", "80E4", "0022", "0020", "002A", "00C0", "80E6"], card.Transcript.Skip(before).Select(command => command[..4]));
        Assert.Equal(first.Form("back").Fields["chain"], second.Form("back").Fields["chain"]);
    }

    [Fact]
    public async Task Another_card_of_the_same_issuer_is_asked_for_its_own_certificate_alone()
    {
        await using var agent = await RunningAgent.StartAsync();
        var first = await agent.LogInAsync(agent.IssueCard());
        var card = agent.IssueCard("born-2003");

        var second = await agent.LogInAsync(card);

        Assert.Equal(["00A4080C063F00DF005038"], card.Transcript.Where(command => command.StartsWith("00A4", StringComparison.Ordinal)));
        Assert.Equal(first.Form("back").Fields["chain"], second.Form("back").Fields["chain"]);
    }

    [Fact]
    public async Task An_agent_that_is_told_to_forget_cards_reads_the_certificate_each_time()
    {
        await using var agent = await RunningAgent.StartAsync(rememberCards: false);
        var card = agent.IssueCard();
        await agent.LogInAsync(card);
        await agent.LogInAsync(card);

        Assert.Equal(2, card.Transcript.Count(command => command == "00A4080C063F00DF005038"));
    }

    /// <summary>A card whose files come only when they are let.</summary>
    private sealed class SlowFiles : IDisposable
    {
        private readonly ManualResetEventSlim released = new();
        private string selected = "";

        /// <summary>What file 5038 holds instead.</summary>
        public byte[]? Authentication { get; set; }

        public TroubledReaders Between(SimulatedReader reader) => new(reader) { OnCommand = Hold, Answer = Replace };

        public void Release() => released.Set();

        public void Dispose()
        {
            released.Set();
            released.Dispose();
        }

        private CardFault? Hold(string command)
        {
            if (command.StartsWith("00B0", StringComparison.Ordinal))
            {
                released.Wait(TimeSpan.FromSeconds(20), Cancellation);
            }

            return null;
        }

        private byte[] Replace(string command, byte[] answer)
        {
            selected = command.StartsWith("00A4", StringComparison.Ordinal) ? command : selected;
            if (Authentication is not { } file || !selected.EndsWith("5038", StringComparison.Ordinal) || !command.StartsWith("00B0", StringComparison.Ordinal))
            {
                return answer;
            }

            var read = Convert.FromHexString(command);
            var offset = (read[2] << 8) | read[3];
            var length = read[4] == 0 ? 256 : read[4];
            return offset + length <= file.Length ? [.. file.AsSpan(offset, length), 0x90, 0x00] : [0x6C, (byte)(file.Length - offset)];
        }
    }
}
