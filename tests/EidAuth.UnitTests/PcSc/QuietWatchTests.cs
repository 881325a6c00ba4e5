using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.PcSc;

/// <summary>How often the watch calls the system while little or nothing happens, and what it sees on systems that announce or count nothing.</summary>
[Trait("Group", TestGroup.Card)]
public class QuietWatchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly ReaderState Empty = new("Reader 00 00", CardPresence.Empty, default, 1);

    private readonly ManualTimeProvider clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Six_quiet_hours_cost_four_calls_each_half_minute()
    {
        var scard = Fake();
        scard.Clock = clock;
        using var stop = new CancellationTokenSource();
        var wait = Readers(scard).WaitForChangeAsync([Empty], stop.Token);
        const int halfMinutes = 6 * 120;
        for (var i = 0; i < halfMinutes; i++)
        {
            await UntilArmedAsync();
            clock.Advance(TimeSpan.FromSeconds(30));
        }

        await UntilArmedAsync();

        // One context; per round the readers themselves, their names, their states, the wait.
        Assert.Equal(1 + ((halfMinutes + 1) * 4), scard.AllCalls);
        Figures.Add("quiet watch, calls per hour", (scard.AllCalls - 5) / 6, "calls");
        Assert.False(wait.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(Patience, Cancellation));
        Assert.Empty(scard.Open);
    }

    [Fact]
    public async Task A_driver_that_calls_everything_a_change_is_asked_at_a_pace()
    {
        var scard = Fake();
        for (var i = 0; i < 100_000; i++)
        {
            scard.Waits.Enqueue(ScardCode.Success);
        }

        using var stop = new CancellationTokenSource();
        var wait = Readers(scard).WaitForChangeAsync([Empty], stop.Token);
        await UntilArmedAsync();
        var before = scard.AllCalls;
        for (var i = 0; i < 40; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(250));
            await UntilArmedAsync();
        }

        // Ten seconds.
        Assert.Equal(40 * 4, scard.AllCalls - before);
        Assert.InRange(before, 1, 25);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(Patience, Cancellation));
        Assert.Empty(scard.Open);
    }

    [Theory]
    [InlineData(0x00010112)]
    [InlineData(0x00010092)]
    [InlineData(0x00010412)]
    [InlineData(0x00010592)]
    public async Task Who_else_uses_the_reader_is_no_change(uint state)
    {
        var scard = Fake();
        scard.OnState = _ => (state, []);
        scard.Waits.Enqueue(ScardCode.Success);
        using var stop = new CancellationTokenSource();
        var wait = Readers(scard).WaitForChangeAsync([Empty], stop.Token);
        Assert.True(SpinWait.SpinUntil(() => scard.Calls(nameof(IWinScard.GetStatusChange)) == 6, Patience));
        Assert.False(wait.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(Patience, Cancellation));
    }

    [Theory]
    [InlineData(0x00010006)]
    [InlineData(0x0001000A)]
    [InlineData(0x0001000E)]
    public async Task A_reader_that_becomes_unknown_or_unavailable_has_left(uint state)
    {
        var scard = Fake();
        scard.OnState = _ => (state, []);
        Assert.Empty(await Readers(scard).WaitForChangeAsync([Empty], Cancellation).WaitAsync(Patience, Cancellation));
    }

    [Fact]
    public async Task The_wait_is_told_what_is_believed_with_the_counter_and_without_the_changed_bit()
    {
        var scard = Fake();
        scard.OnState = _ => (0x00010012, []);
        using var stop = new CancellationTokenSource();
        var wait = Readers(scard).WaitForChangeAsync([Empty], stop.Token);
        Assert.True(SpinWait.SpinUntil(() => scard.Asked.Any(asked => asked.Timeout > 0), Patience));
        var believed = scard.Asked.Last(asked => asked.Timeout > 0);
        Assert.Equal(["Reader 00 00 00010010", @"\\?PnP?\Notification 00010010"], believed.Readers);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(Patience, Cancellation));
    }

    [Fact]
    public async Task Where_no_reader_is_announced_they_are_listed_once_a_second()
    {
        var scard = new FakeWinScard { AnnouncesReaders = false, OnList = () => (0, ["Reader 00 00"]), OnState = _ => (0x00010012, []) };
        var wait = Readers(scard).WaitForChangeAsync([Empty], Cancellation);
        for (var second = 1; second <= 5; second++)
        {
            await UntilArmedAsync();
            Assert.Equal(second, scard.Calls(nameof(IWinScard.ListReaders)));
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        await UntilArmedAsync();
        scard.OnList = () => (0, ["Reader 00 00", "Reader 01 00"]);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await wait.WaitAsync(Patience, Cancellation)).Count);
        Assert.DoesNotContain(scard.Asked, asked => asked.Timeout > 0 || asked.Readers.Any(reader => reader.Contains("PnP", StringComparison.Ordinal)));
        Assert.Empty(scard.Open);
    }

    [Fact]
    public async Task Where_no_reader_is_announced_the_listing_is_cancelled_at_once()
    {
        var scard = new FakeWinScard { AnnouncesReaders = false, OnList = () => (0, ["Reader 00 00"]), OnState = _ => (0x00010012, []) };
        using var stop = new CancellationTokenSource();
        var wait = Readers(scard).WaitForChangeAsync([Empty], stop.Token);
        await UntilArmedAsync();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(Patience, Cancellation));
    }

    [Fact]
    public void Where_nothing_is_counted_the_answer_to_reset_tells_two_cards_apart()
    {
        var old = new ReaderState("Reader 00 00", CardPresence.Present, new byte[] { 0x3B, 0x98 }, 0);
        Assert.NotEqual(old, old with { Atr = new byte[] { 0x3B, 0x7F } });
        Assert.Equal(old, old with { Atr = new byte[] { 0x3B, 0x98 } });

        // A counter tells by itself; an unpowered card may show no answer to reset for a while.
        Assert.Equal(old with { EventCounter = 5 }, old with { EventCounter = 5, Atr = default });
    }

    private static FakeWinScard Fake() => new() { OnList = () => (0, ["Reader 00 00"]), OnState = _ => (0x00010012, []) };

    private PcscResourceManager Readers(FakeWinScard scard) => new(scard, clock);

    private async Task UntilArmedAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        while (clock.ArmedTimers == 0)
        {
            await Task.Yield();
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
