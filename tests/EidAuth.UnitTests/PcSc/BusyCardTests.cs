using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.PcSc;

/// <summary>Another program holds a transaction, and the service would wait for it without end.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class BusyCardTests : IDisposable
{
    private const string Reader = "Reader 00 00";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeWinScard scard = new();
    private readonly ManualTimeProvider clock = new();
    private readonly ManualResetEventSlim other = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PcscResourceManager Readers { get => field ??= new PcscResourceManager(scard, clock); set; }

    public void Dispose() => other.Dispose();

    [Fact]
    public async Task A_transaction_is_waited_for_ten_seconds_and_the_handle_has_then_ended()
    {
        var handle = Readers.Connect(Reader);
        scard.OnBegin = WaitForTheOther;
        scard.OnGiveUp = _ =>
        {
            other.Set();
            return true;
        };
        var wait = Task.Run(() => handle.BeginTransaction(), Cancellation);
        await AdvanceAsync(TimeSpan.FromSeconds(9.9));
        Assert.False(wait.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal(CardFault.Busy, (await Assert.ThrowsAsync<CardException>(() => wait.WaitAsync(Patience, Cancellation))).Fault);
        Assert.Equal(CardFault.Busy, Assert.Throws<CardException>(() => handle.Transmit([0, 0, 0, 0], new byte[258])).Fault);
        handle.Dispose();
        Assert.Equal(0, scard.Calls(nameof(IWinScard.Transmit)));
        Assert.Empty(scard.Open);

        // The other program goes on with the card as it is.
        Assert.DoesNotContain(true, scard.Disconnections);
    }

    [Fact]
    public async Task A_transaction_that_begins_as_it_is_given_up_is_given_up()
    {
        var handle = Readers.Connect(Reader);
        scard.OnBegin = () =>
        {
            other.Wait(Cancellation);
            return ScardCode.Success;
        };
        scard.OnGiveUp = _ =>
        {
            other.Set();
            return true;
        };
        var wait = Task.Run(() => handle.BeginTransaction(), Cancellation);
        await AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(CardFault.Busy, (await Assert.ThrowsAsync<CardException>(() => wait.WaitAsync(Patience, Cancellation))).Fault);
        handle.Dispose();
        Assert.Empty(scard.Open);
    }

    [Fact]
    public async Task A_transaction_that_ends_in_time_lets_the_next_begin()
    {
        using var handle = Readers.Connect(Reader);
        scard.OnBegin = () =>
        {
            other.Wait(Cancellation);
            return ScardCode.Success;
        };
        var wait = Task.Run(() => handle.BeginTransaction(), Cancellation);
        await AdvanceAsync(TimeSpan.FromSeconds(9));
        other.Set();
        (await wait.WaitAsync(Patience, Cancellation)).Dispose();
        Assert.Equal(0, clock.ArmedTimers);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, scard.Calls(nameof(IWinScard.GiveUpTransaction)));
    }

    [Fact]
    public void A_command_outside_a_transaction_takes_one_of_its_own()
    {
        using var handle = Readers.Connect(Reader);
        handle.Transmit([0, 0, 0, 0], new byte[258]);
        Assert.Equal((1, 1), (scard.Calls(nameof(IWinScard.BeginTransaction)), scard.Calls(nameof(IWinScard.EndTransaction))));
        using (handle.BeginTransaction())
        {
            handle.Transmit([0, 0, 0, 0], new byte[258]);
            handle.Transmit([0, 0, 0, 0], new byte[258]);
        }

        Assert.Equal((2, 2), (scard.Calls(nameof(IWinScard.BeginTransaction)), scard.Calls(nameof(IWinScard.EndTransaction))));
    }

    [Fact]
    public async Task A_connection_is_waited_for_ten_seconds_and_what_it_brings_later_is_closed_untouched()
    {
        scard.OnConnect = () =>
        {
            other.Wait(Cancellation);
            return ScardCode.Success;
        };
        var connection = Task.Run(() => Readers.Connect(Reader), Cancellation);
        await AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(CardFault.Busy, (await Assert.ThrowsAsync<CardException>(() => connection.WaitAsync(Patience, Cancellation))).Fault);
        Assert.Single(scard.Open);

        other.Set();
        Assert.True(SpinWait.SpinUntil(() => scard.Open.IsEmpty, Patience));
        Assert.Equal([false], scard.Disconnections);
        Readers.Connect(Reader).Dispose();
        Assert.Empty(scard.Open);
    }

    [Fact]
    public async Task However_often_a_busy_reader_is_tried_only_one_call_waits()
    {
        scard.OnConnect = () =>
        {
            other.Wait(Cancellation);
            return ScardCode.NoSmartcard;
        };
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var connection = Task.Run(() => Readers.Connect(Reader), Cancellation);
            await AdvanceAsync(TimeSpan.FromSeconds(10));
            Assert.Equal(CardFault.Busy, (await Assert.ThrowsAsync<CardException>(() => connection.WaitAsync(Patience, Cancellation))).Fault);
        }

        Assert.Equal(1, scard.Calls(nameof(IWinScard.Connect)));

        // The other reader is not concerned, nor is this one once the call has ended.
        var second = Task.Run(() => Readers.Connect("Reader 01 00"), Cancellation);
        other.Set();
        Assert.Equal(CardFault.NoCard, (await Assert.ThrowsAsync<CardException>(() => second.WaitAsync(Patience, Cancellation))).Fault);
        Assert.True(SpinWait.SpinUntil(() => scard.Open.IsEmpty, Patience));
        Assert.Equal(CardFault.NoCard, Assert.Throws<CardException>(() => Readers.Connect(Reader)).Fault);
    }

    [Fact]
    public async Task The_end_of_a_handle_waits_ten_seconds_and_the_reset_still_follows()
    {
        var handle = Readers.Connect(Reader);
        scard.OnStatus = () =>
        {
            other.Wait(Cancellation);
            return ScardCode.Success;
        };
        var end = Task.Run(handle.Dispose, Cancellation);
        await AdvanceAsync(TimeSpan.FromSeconds(10));
        await end.WaitAsync(Patience, Cancellation);
        Assert.Empty(scard.Disconnections);

        other.Set();
        Assert.True(SpinWait.SpinUntil(() => scard.Open.IsEmpty, Patience));
        Assert.Equal([true], scard.Disconnections);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void A_reset_that_another_programs_next_transaction_prevented_is_tried_again(int refusals)
    {
        var handle = Readers.Connect(Reader);
        scard.RefusedDisconnections = refusals;
        handle.Dispose();
        Assert.Equal(Enumerable.Repeat(true, refusals + 1), scard.Disconnections);
        Assert.Empty(scard.Open);
    }

    [Fact]
    public void A_service_that_always_refuses_is_not_asked_for_ever()
    {
        var handle = Readers.Connect(Reader);
        scard.RefusedDisconnections = int.MaxValue;
        handle.Dispose();
        Assert.Equal(100, scard.Disconnections.Count);
        Assert.Equal(1, scard.Calls(nameof(IWinScard.ReleaseContext)));
    }

    private uint WaitForTheOther()
    {
        other.Wait(Cancellation);
        return ScardCode.InvalidHandle;
    }

    // Once the wait has begun.
    private async Task AdvanceAsync(TimeSpan time)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(Patience);
        while (clock.ArmedTimers == 0)
        {
            await Task.Delay(1, patience.Token);
        }

        clock.Advance(time);
    }
}
