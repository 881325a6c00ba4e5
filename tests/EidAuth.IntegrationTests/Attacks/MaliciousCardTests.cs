using EidAuth.PcSc;
using EidAuth.Testing;
using EidAuth.UnitTests.Agent;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>A card that lies, from its first command or in the middle: the login ends in a decided way after a bounded number of commands, and an honest card logs in after it.</summary>
[Trait("Group", TestGroup.Attacks)]
public sealed class MaliciousCardTests
{
    private const int MostCommands = 2000;

    public static TheoryData<string, int> Lies
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (var answer in (string[])[
                "61FF", "6100", "6C00", "6CFF", "6C05", "", "90", "9000", "FFFF", "0000", "6A82", "63C0", "6983", "30847FFFFFFF9000", "3080" + "9000", "01FF9000",
                "many FF", "many 00", "more than asked", "a file of 64 KiB", "a file longer than it is"])
            {
                rows.Add(answer, 0);
                rows.Add(answer, 5);
                rows.Add(answer, 9);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task Whatever_it_answers_the_login_ends_and_the_next_one_succeeds(string answer, int from)
    {
        var liar = new Liar(Answer(answer), from);
        var person = new TypingPrompt();
        await using var agent = await RunningAgent.StartAsync(prompt: person, readers: reader => new ReadersBetween(reader, liar.Between));
        var card = agent.IssueCard();
        agent.Reader.Insert(card);

        // A card that is not recognised is waited for, by its person; they give up here.
        var page = await agent.ConsentAsync();
        var ended = agent.UntilEndAsync(page);
        while (!ended.IsCompleted && !liar.IsGivenUp)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            if (liar.HasLied && await IsWaitingAsync(agent, page))
            {
                var now = await agent.Browser.OpenAsync(page.LoginAt);
                await agent.Browser.SubmitAsync(now.Form("cancel"));
                break;
            }
        }

        Assert.NotNull((await ended).Ending);
        Assert.InRange(liar.Commands, 1, MostCommands);
        Assert.Equal(3, card.TriesLeft);

        liar.IsHonest = true;
        agent.Reader.Remove();
        agent.Reader.Insert(card);
        Assert.Equal("signed", (await agent.UntilEndAsync(await agent.ConsentAsync())).Ending);
    }

    private static async Task<bool> IsWaitingAsync(RunningAgent agent, AgentPage page)
    {
        var now = await agent.Browser.OpenAsync(page.LoginAt);
        return now.Step is "NotBelgian" or "CardMute" or "CardBusy" or "InsertCard" or "LastTry";
    }

    private static byte[] Answer(string lie) => lie switch
    {
        "many FF" => [.. Enumerable.Repeat((byte)0xFF, 256), 0x90, 0x00],
        "many 00" => [.. new byte[256], 0x90, 0x00],
        "more than asked" => [.. Enumerable.Repeat((byte)0x30, 255), 0x90, 0x00],
        "a file of 64 KiB" => [0x30, 0x83, 0x01, 0x00, 0x00, .. new byte[251], 0x90, 0x00],
        "a file longer than it is" => [0x30, 0x82, 0x03, 0xE8, .. new byte[12], 0x90, 0x00],
        _ => Convert.FromHexString(lie),
    };

    private sealed class Liar(byte[] answer, int from)
    {
        private int commands;

        public int Commands => Volatile.Read(ref commands);

        public bool HasLied => Commands > from;

        public bool IsGivenUp => Commands > MostCommands;

        public bool IsHonest { get; set; }

        public ICardHandle Between(ICardHandle handle) => new Handle(handle, this);

        private bool Lies() => Interlocked.Increment(ref commands) > from && !IsHonest;

        private sealed class Handle(ICardHandle handle, Liar liar) : HandleBetween(handle)
        {
            public override int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
            {
                // LOG OFF is for the card's own good and goes through.
                if (command.StartsWith((ReadOnlySpan<byte>)[0x80, 0xE6]) || !liar.Lies())
                {
                    return base.Transmit(command, response);
                }

                var length = Math.Min(liar.Answer.Length, response.Length);
                liar.Answer.AsSpan(0, length).CopyTo(response);
                return length;
            }
        }

        private byte[] Answer => answer;
    }
}
