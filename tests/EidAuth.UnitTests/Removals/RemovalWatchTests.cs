using EidAgent.Data;
using EidAgent.Logins;
using EidAgent.Pages;
using EidAgent.Removals;
using EidAuth.Login;
using EidAuth.PcSc;
using EidAuth.Testing;
using EidAuth.UnitTests.PcSc;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace EidAuth.UnitTests.Removals;

/// <summary>How much is kept, and what the watch costs while it waits.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class RemovalWatchTests : IDisposable
{
    private const uint CardIn = 0x00010022;
    private const uint CardOut = 0x00020012;

    private static readonly byte[] Atr = [0x3B, 0x98, 0x13, 0x40, 0x0A, 0xA5, 0x03, 0x01, 0x01, 0x01, 0xAD, 0x13, 0x11];

    private readonly ManualTimeProvider clock = new();
    private readonly FakeWinScard scard;
    private readonly CardTurn turn = new();
    private readonly EndPost post;
    private readonly RemovalWatch watch;

    public RemovalWatchTests()
    {
        scard = new FakeWinScard { OnList = () => (0, ["Reader 00 00"]), OnState = _ => (CardIn, Atr), Clock = clock };
        var readers = new PcscResourceManager(scard, clock);
        post = new EndPost(EndTransport.CreateHandler, Recorders.Of(new MemoryFiles(), clock), clock, NullLogger<EndPost>.Instance);
        watch = new RemovalWatch(readers, new LostCards(readers, turn), post, clock, NullLogger<RemovalWatch>.Instance);
    }

    [Fact]
    public async Task Of_thirty_three_sessions_the_oldest_is_forgotten()
    {
        await using var site = await EndSite.StartAsync();
        for (var i = 0; i <= RemovalWatch.MaximumCount; i++)
        {
            watch.Keep(Signed(site.ReturnTo, i));
        }

        Assert.Equal(32, watch.Count);
        scard.OnState = _ => (CardOut, []);
        scard.Wake();
        var bodies = new List<string>();
        for (var i = 0; i < 32; i++)
        {
            bodies.Add((await site.NextAsync()).Body);
        }

        await site.AssertNothingMoreAsync();
        Assert.Equal(Enumerable.Range(1, 32).Select(i => "end=" + Text(i)).Order(), bodies.Order());
    }

    [Fact]
    public async Task A_text_that_is_kept_already_is_kept_once()
    {
        watch.Keep(Signed("https://loket.example.be/signin-eid", 1));
        watch.Keep(Signed("https://loket.example.be/signin-eid", 1));
        Assert.Equal(1, watch.Count);
        await watch.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Watching_for_an_hour_costs_what_a_quiet_watch_does_and_nothing_before_and_after()
    {
        Assert.Equal(0, scard.AllCalls);
        watch.Keep(Signed("https://loket.example.be/signin-eid", 1));
        await UntilArmedAsync();
        var begun = scard.AllCalls;
        const int halfMinutes = 120;
        for (var i = 0; i < halfMinutes; i++)
        {
            var calls = scard.AllCalls;
            clock.Advance(TimeSpan.FromSeconds(30));
            await UntilAsync(() => scard.AllCalls == calls + 4);
            await UntilArmedAsync();
        }

        Figures.Add("watch for one kept session, calls per hour", scard.AllCalls - begun, "calls");
        Assert.Equal(halfMinutes * 4, scard.AllCalls - begun);
        Assert.InRange(begun, 1, 12);

        clock.Advance(TimeSpan.FromHours(7));
        await UntilAsync(() => watch.Count == 0 && scard.Open.IsEmpty);
        var over = scard.AllCalls;
        clock.Advance(TimeSpan.FromHours(1));
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.Equal(over, scard.AllCalls);
    }

    public void Dispose()
    {
        watch.Dispose();
        post.Dispose();
        turn.Dispose();
    }

    private static string Text(int number) => $"{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}ECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8";

    private LoginAttempt Signed(string returnTo, int number)
    {
        Assert.True(ReturnAddress.TryParse(returnTo, out var address));
        var request = LoginRequest.Create(Convert.ToBase64String(new byte[32]), address!, "AAECAwQFBgcICQoLDA0ODw", end: Text(number));
        var attempt = new LoginAttempt(request, UiLanguage.English, TimeSpan.FromMinutes(2), TimeProvider.System);
        Assert.True(attempt.Complete(new SignedLogin("{}", "[]", null, new SeenCard(new byte[16], new ReaderState("Reader 00 00", CardPresence.Present, Atr, 1)))));
        attempt.Dispose();
        return attempt;
    }

    // The readers' own wait, on the same clock, and the watch's: then it waits.
    private Task UntilArmedAsync() => UntilAsync(() => clock.ArmedTimers == 2);

    private static async Task UntilAsync(Func<bool> wanted)
    {
        for (var tries = 0; !wanted(); tries++)
        {
            Assert.True(tries < 10_000);
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }
}
