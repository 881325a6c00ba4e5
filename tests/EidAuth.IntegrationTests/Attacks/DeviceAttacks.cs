using EidAgent.Pages;
using EidAgent.Prompts;
using EidAuth.IntegrationTests.Prompts;
using EidAuth.PcSc;
using EidAuth.UnitTests.Agent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Readers and cards made to lead somebody astray: a name that is markup, that turns round or that gives orders, answers without end, an answer to reset that changes.</summary>
internal static class DeviceAttacks
{
    private const int MostCommands = 2000;

    public static Task<AttackEnd> NameIsMarkupAsync(bool defended) => ShownAsync(defended, "<b id=x>Type your PIN here</b>");

    public static Task<AttackEnd> NameTurnsRoundAsync(bool defended) => ShownAsync(defended, "Reader \u202Eereh NIP ruoy epyT");

    /// <summary>The name ends the line that it stands in, and the next one is an order to the window.</summary>
    public static async Task<AttackEnd> NameGivesOrdersAsync(bool defended)
    {
        const string order = "SETDESC Type your PIN for attacker";
        using var window = await FakePinentry.AnsweringAsync("echo 'D 1234'; echo OK");
        IPinPrompt prompt = defended ? new PinentryPrompt(window.Program, TimeProvider.System) : new PlainPinentry(window.Program);
        await using var agent = await RunningAgent.StartAsync(prompt: prompt, readers: reader => new RenamedReaders(reader, "Reader\n" + order));
        agent.Reader.Insert(agent.IssueCard());
        var end = await agent.UntilEndAsync(await agent.ConsentAsync());
        Assert.Contains(window.Commands, line => line.StartsWith("SETDESC ", StringComparison.Ordinal));
        return new AttackEnd(window.Commands.Contains(order), $"{end.Ending} none");
    }

    /// <summary>61xx to everything: there is always more to fetch. Without the limit, a road to the card that goes on fetching as long as the card says so.</summary>
    public static Task<AttackEnd> EndlessAnswerAsync(bool defended) => EndlessAsync(defended, 0x61, 0x10);

    /// <summary>6Cxx to everything: the length is always another.</summary>
    public static Task<AttackEnd> EndlessLengthAsync(bool defended) => EndlessAsync(defended, 0x6C, 0x05);

    /// <summary>In the reader's list it answers to reset as a Belgian card, opened as another: it is to be sent commands all the same.</summary>
    public static async Task<AttackEnd> OtherAnswerToResetAsync(bool defended)
    {
        ReadOnlyMemory<byte> foreign = Convert.FromHexString("3B00"), belgian = default;
        await using var agent = await RunningAgent.StartAsync(readers: reader => new ReadersBetween(reader, handle =>
        {
            belgian = handle.Atr;
            var card = new OtherAtr(handle, foreign);
            return defended ? card : new OtherAtr(card, belgian);
        }));
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), defended ? "NotBelgian" : "PinInWindow");
        var heard = card.Transcript.Count;
        await agent.Browser.SubmitAsync((await agent.Browser.OpenAsync(page.LoginAt)).Form("cancel"));
        return new AttackEnd(heard > 0, page.Step!);
    }

    // While the PIN is asked the page shows the reader's name.
    private static async Task<AttackEnd> ShownAsync(bool defended, string name)
    {
        await using var agent = await RunningAgent.StartAsync(
            readers: reader => new RenamedReaders(reader, name),
            compose: defended ? null : services => services.AddTransient<IStartupFilter>(_ => new PageRewriting(page => page.Replace(Html.Encode(PrintableName.Of(name)), name, StringComparison.Ordinal))));
        agent.Reader.Insert(agent.IssueCard());
        var consent = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();
        var page = await agent.Browser.OpenAsync(consent.LoginAt);
        Assert.Contains("id=\"reader\"", page.Html, StringComparison.Ordinal);
        window.End(PinEntryOutcome.Cancelled);
        return new AttackEnd(page.Html.Contains(name, StringComparison.Ordinal), $"{(int)page.Status} none");
    }

    private static async Task<AttackEnd> EndlessAsync(bool defended, byte first, byte second)
    {
        var card = new Endless([first, second]);
        await using var agent = await RunningAgent.StartAsync(readers: reader => new ReadersBetween(reader, handle => defended ? card.Over(handle) : new FollowsForEver(card.Over(handle))));
        var real = agent.IssueCard();
        agent.Reader.Insert(real);
        var end = await agent.UntilEndAsync(await agent.ConsentAsync());
        Assert.Equal(3, real.TriesLeft);
        return new AttackEnd(card.Commands > MostCommands, end.Ending!);
    }

    private sealed class OtherAtr(ICardHandle handle, ReadOnlyMemory<byte> atr) : HandleBetween(handle)
    {
        public override ReadOnlyMemory<byte> Atr => atr;
    }

    /// <summary>Answers everything the same, until somebody asked far too often.</summary>
    private sealed class Endless(byte[] answer)
    {
        private int commands;

        public int Commands => Volatile.Read(ref commands);

        public ICardHandle Over(ICardHandle handle) => new Handle(handle, this);

        private sealed class Handle(ICardHandle handle, Endless card) : HandleBetween(handle)
        {
            public override int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
            {
                var isOver = Interlocked.Increment(ref card.commands) > MostCommands;
                (isOver ? [0x6F, 0x00] : card.Answer).CopyTo(response);
                return 2;
            }
        }

        private byte[] Answer => answer;
    }

    /// <summary>A reader's driver that follows 61xx and 6Cxx itself, as often as the card likes. The agent then never sees either.</summary>
    private sealed class FollowsForEver(ICardHandle handle) : HandleBetween(handle)
    {
        public override int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
        {
            var length = base.Transmit(command, response);
            while (length == 2 && response[0] is 0x61 or 0x6C)
            {
                length = response[0] == 0x61 ? base.Transmit([0x00, 0xC0, 0x00, 0x00, response[1]], response) : base.Transmit([.. command[..4], response[1]], response);
            }

            return length;
        }
    }
}
