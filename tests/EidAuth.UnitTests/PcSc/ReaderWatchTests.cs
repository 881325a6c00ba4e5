using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.PcSc;

[Trait("Group", TestGroup.FirstLogin)]
public class ReaderWatchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly ReaderState Empty = new("Reader 00 00", CardPresence.Empty, default, 1);

    private readonly FakeWinScard scard = new() { OnList = () => (0, ["Reader 00 00"]), OnState = _ => (0x00010012, []) };
    private readonly ManualTimeProvider clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PcscResourceManager Readers => new(scard, clock);

    [Theory]
    [InlineData(0x00010012, CardPresence.Empty, 1)]
    [InlineData(0x00020022, CardPresence.Present, 2)]
    [InlineData(0x00020122, CardPresence.Present, 2)]
    [InlineData(0x000201A2, CardPresence.Present, 2)]
    [InlineData(0xFFFF0222, CardPresence.Mute, 0xFFFF)]
    public void Presence_and_counter_come_from_the_event_state(uint state, CardPresence presence, int counter)
    {
        scard.OnState = _ => (state, [0x3B, 0x00]);
        var reader = Assert.Single(Readers.ListReaders());
        Assert.Equal((presence, counter), (reader.Presence, reader.EventCounter));
        Assert.Equal(presence == CardPresence.Empty ? "" : "3B00", Convert.ToHexString(reader.Atr.Span));
        Assert.Empty(scard.Open);
    }

    [Theory]
    [InlineData(0x0000000E)]
    [InlineData(0x0000000A)]
    public void A_reader_that_is_leaving_is_not_listed(uint state)
    {
        scard.OnState = _ => (state, []);
        Assert.Empty(Readers.ListReaders());
    }

    [Fact]
    public void No_readers_are_an_empty_list()
    {
        scard.OnList = () => (ScardCode.NoReaders, []);
        Assert.Empty(Readers.ListReaders());
        Assert.Empty(scard.Open);
    }

    [Fact]
    public void Passkey_pseudo_readers_are_skipped()
    {
        scard.OnList = () => (0, ["Windows Hello for Business 1", "Reader 00 00"]);
        Assert.Equal("Reader 00 00", Assert.Single(Readers.ListReaders()).Name);
    }

    [Fact]
    public void A_reader_unplugged_between_list_and_state_is_looked_for_again()
    {
        scard.Looks.Enqueue(ScardCode.UnknownReader);
        Assert.Single(Readers.ListReaders());
        Assert.Equal(2, scard.Calls(nameof(IWinScard.ListReaders)));
    }

    [Fact]
    public void A_reader_that_is_listed_and_never_known_is_given_up()
    {
        for (var i = 0; i < 100; i++)
        {
            scard.Looks.Enqueue(ScardCode.UnknownReader);
        }

        Assert.Equal(CardFault.ReaderUnavailable, Assert.Throws<CardException>(Readers.ListReaders).Fault);
        Assert.InRange(scard.AllCalls, 1, 20);
        Assert.Empty(scard.Open);
    }

    [Fact]
    public void Without_a_service_listing_is_a_fault()
    {
        scard.OnEstablish = () => ScardCode.NoService;
        Assert.Equal(CardFault.ServiceUnavailable, Assert.Throws<CardException>(Readers.ListReaders).Fault);
    }

    [Fact]
    public async Task What_differs_already_returns_at_once()
    {
        scard.OnState = _ => (0x00030022, [0x3B, 0x00]);
        var readers = await Readers.WaitForChangeAsync([Empty], Cancellation).WaitAsync(Patience, Cancellation);
        Assert.Equal(3, Assert.Single(readers).EventCounter);
        Assert.Empty(scard.Open);
    }

    [Fact]
    public async Task A_counter_alone_is_a_change()
    {
        scard.OnState = _ => (0x00030012, []);
        var readers = await Readers.WaitForChangeAsync([Empty], Cancellation).WaitAsync(Patience, Cancellation);
        Assert.Equal(3, Assert.Single(readers).EventCounter);
    }

    [Fact]
    public async Task Nothing_is_called_while_nothing_happens_and_a_change_ends_the_wait()
    {
        var wait = Readers.WaitForChangeAsync([Empty], Cancellation);
        Assert.True(SpinWait.SpinUntil(() => scard.Calls(nameof(IWinScard.GetStatusChange)) == 3, Patience));
        var calls = scard.AllCalls;
        await Task.Delay(TimeSpan.FromMilliseconds(300), Cancellation);
        Assert.Equal(calls, scard.AllCalls);
        Assert.False(wait.IsCompleted);

        scard.OnState = _ => (0x00020022, [0x3B, 0x00]);
        scard.Wake();
        Assert.Equal(CardPresence.Present, Assert.Single(await wait.WaitAsync(Patience, Cancellation)).Presence);
        Assert.Empty(scard.Open);
    }

    [Fact]
    public async Task A_wait_that_ran_out_or_found_only_a_user_of_the_card_goes_on()
    {
        scard.Waits.Enqueue(ScardCode.Timeout);
        scard.Waits.Enqueue(ScardCode.Success);
        scard.Waits.Enqueue(ScardCode.UnknownReader);
        var wait = Readers.WaitForChangeAsync([Empty], Cancellation);
        Assert.True(SpinWait.SpinUntil(() => scard.Calls(nameof(IWinScard.GetStatusChange)) == 12, Patience));
        Assert.False(wait.IsCompleted);
        scard.OnState = _ => (0x00020022, [0x3B, 0x00]);
        scard.Wake();
        await wait.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task A_cancellation_that_is_answered_to_a_look_is_one_all_the_same()
    {
        using var stop = new CancellationTokenSource();
        scard.Looks.Enqueue(ScardCode.Cancelled);
        scard.OnState = _ =>
        {
            stop.Cancel();
            return (0x00010012, []);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Readers.WaitForChangeAsync([Empty], stop.Token).WaitAsync(Patience, Cancellation));
        Assert.Empty(scard.Open);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_cancelled_wait_ends_even_when_the_first_cancellation_is_lost(int lost)
    {
        using var stop = new CancellationTokenSource();
        scard.LostCancellations = lost;
        var wait = Readers.WaitForChangeAsync([Empty], stop.Token);
        Assert.True(SpinWait.SpinUntil(() => scard.Calls(nameof(IWinScard.GetStatusChange)) == 3, Patience));
        await stop.CancelAsync();
        for (var i = 0; i < lost; i++)
        {
            Assert.True(SpinWait.SpinUntil(() => clock.ArmedTimers == 1, Patience));
            clock.Advance(TimeSpan.FromMilliseconds(20));
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(Patience, Cancellation));
        Assert.Equal(lost + 1, scard.Calls(nameof(IWinScard.Cancel)));
        Assert.Empty(scard.Open);
    }

    [Fact]
    public async Task A_wait_cancelled_before_it_began_calls_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Readers.WaitForChangeAsync([Empty], new CancellationToken(canceled: true)));
        Assert.Equal(0, scard.AllCalls);
    }

    [Theory]
    [InlineData(0x80100013)]
    [InlineData(0x8010001D)]
    [InlineData(0x8010001E)]
    [InlineData(0x80100003)]
    public async Task A_service_that_stops_is_an_empty_list(uint code)
    {
        scard.Waits.Enqueue(code);
        Assert.Empty(await Readers.WaitForChangeAsync([Empty], Cancellation).WaitAsync(Patience, Cancellation));
        Assert.Empty(scard.Open);
    }

    [Fact]
    public async Task A_missing_service_is_asked_once_a_second_until_it_is_there()
    {
        scard.OnEstablish = () => ScardCode.NoService;
        var wait = Readers.WaitForChangeAsync([], Cancellation);
        for (var second = 1; second <= 3; second++)
        {
            Assert.True(SpinWait.SpinUntil(() => clock.ArmedTimers == 1, Patience));
            Assert.Equal(second, scard.Calls(nameof(IWinScard.EstablishContext)));
            clock.Advance(TimeSpan.FromMilliseconds(999));
            Assert.Equal(second, scard.Calls(nameof(IWinScard.EstablishContext)));
            if (second == 3)
            {
                scard.OnEstablish = () => 0;
            }

            clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.Single(await wait.WaitAsync(Patience, Cancellation));
        Assert.Empty(scard.Open);
    }

    [Fact]
    public async Task Another_failure_of_the_service_ends_the_wait_with_it()
    {
        scard.Waits.Enqueue(0x80100004);
        Assert.Equal(CardFault.Protocol, (await Assert.ThrowsAsync<CardException>(() => Readers.WaitForChangeAsync([Empty], Cancellation).WaitAsync(Patience, Cancellation))).Fault);
        Assert.Empty(scard.Open);
    }
}
