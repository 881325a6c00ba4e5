using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using Xunit;

namespace EidAuth.IntegrationTests.PcSc;

[Trait("Group", TestGroup.FirstLogin)]
[Collection(ServiceAddress.Collection)]
public sealed class ReaderWatchTests(PcscFixture fixture) : IClassFixture<PcscFixture>
{
    private const string Atr18 = "3B7F96000080318065B085040120120FFF829000";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_readers_are_listed_with_their_cards()
    {
        await fixture.UntilEmptyAsync();
        await using var card = await TestCard.InsertEchoAsync(fixture.Pcscd, slot: 1, atr: Atr18);
        await fixture.UntilPresentAsync(PrivatePcscd.SecondReader);

        var readers = fixture.Readers.ListReaders();
        Assert.Equal([PrivatePcscd.FirstReader, PrivatePcscd.SecondReader], readers.Select(reader => reader.Name));
        Assert.Equal([CardPresence.Empty, CardPresence.Present], readers.Select(reader => reader.Presence));
        Assert.Equal(["", Atr18], readers.Select(reader => Convert.ToHexString(reader.Atr.Span)));

        await card.RemoveAsync();
        await fixture.UntilEmptyAsync(PrivatePcscd.SecondReader);
    }

    [Fact]
    public async Task Insertion_and_removal_end_a_wait()
    {
        await fixture.UntilEmptyAsync();
        var empty = fixture.Readers.ListReaders();
        var inserted = fixture.Readers.WaitForChangeAsync(empty, Cancellation);
        await using var card = await TestCard.InsertEchoAsync(fixture.Pcscd);
        var present = await inserted.WaitAsync(PcscFixture.Patience, Cancellation);
        Assert.Equal(CardPresence.Present, present[0].Presence);
        Assert.Equal(TestCard.Atr, Convert.ToHexString(present[0].Atr.Span));

        var removed = fixture.Readers.WaitForChangeAsync(present, Cancellation);
        await card.RemoveAsync();
        Assert.Equal(CardPresence.Empty, (await removed.WaitAsync(PcscFixture.Patience, Cancellation))[0].Presence);
    }

    [Fact]
    public async Task A_card_swapped_between_two_waits_is_seen()
    {
        await fixture.UntilEmptyAsync();
        await using (await TestCard.InsertEchoAsync(fixture.Pcscd))
        {
            await fixture.UntilPresentAsync();
        }

        await fixture.UntilEmptyAsync();
        await using var first = await TestCard.InsertEchoAsync(fixture.Pcscd);
        await fixture.UntilPresentAsync();
        var known = fixture.Readers.ListReaders();

        // Nobody waits while one card leaves and one just like it comes.
        await first.RemoveAsync();
        await fixture.UntilEmptyAsync();
        await using var second = await TestCard.InsertEchoAsync(fixture.Pcscd);
        await fixture.UntilPresentAsync();

        var changed = await fixture.Readers.WaitForChangeAsync(known, Cancellation).WaitAsync(PcscFixture.Patience, Cancellation);
        Assert.Equal(CardPresence.Present, changed[0].Presence);
        Assert.True(changed[0].EventCounter > known[0].EventCounter);
        await second.RemoveAsync();
        await fixture.UntilEmptyAsync();
    }

    [Fact]
    public async Task A_swap_within_milliseconds_is_seen_while_waiting()
    {
        await fixture.UntilEmptyAsync();
        await using var first = await TestCard.InsertEchoAsync(fixture.Pcscd);
        await fixture.UntilPresentAsync();
        await first.UntilIdleAsync(Cancellation);
        var known = fixture.Readers.ListReaders();
        var wait = fixture.Readers.WaitForChangeAsync(known, Cancellation);

        // The second waits in the driver's queue for the first to leave.
        await using var second = await TestCard.InsertEchoAsync(fixture.Pcscd, atr: Atr18);
        await first.RemoveAsync();
        Assert.NotEqual(known[0].EventCounter, (await wait.WaitAsync(PcscFixture.Patience, Cancellation))[0].EventCounter);
        var swapped = await fixture.UntilAsync(PrivatePcscd.FirstReader, state => state.Presence == CardPresence.Present && state.EventCounter != known[0].EventCounter);
        Assert.Equal(Atr18, Convert.ToHexString(swapped.Atr.Span));
        await second.RemoveAsync();
        await fixture.UntilEmptyAsync();
    }

    [Fact]
    public async Task A_program_that_uses_a_card_is_no_change()
    {
        await fixture.UntilEmptyAsync();
        await using var card = await TestCard.InsertEchoAsync(fixture.Pcscd);
        await fixture.UntilPresentAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var wait = fixture.Readers.WaitForChangeAsync(fixture.Readers.ListReaders(), stop.Token);
        using (var handle = fixture.Readers.Connect(PrivatePcscd.FirstReader))
        {
            handle.Transmit([0x00, 0x84, 0x00, 0x00, 0x08], new byte[258]);
        }

        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);
        Assert.False(wait.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(PcscFixture.Patience, Cancellation));
        await card.RemoveAsync();
        await fixture.UntilEmptyAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(500)]
    public async Task A_wait_is_cancelled_at_once(int afterMilliseconds)
    {
        await fixture.UntilEmptyAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var wait = fixture.Readers.WaitForChangeAsync(fixture.Readers.ListReaders(), stop.Token);
        await Task.Delay(afterMilliseconds, Cancellation);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(TimeSpan.FromSeconds(5), Cancellation));
    }

    [Fact]
    public async Task Several_waits_at_once_see_the_same_change()
    {
        await fixture.UntilEmptyAsync();
        var empty = fixture.Readers.ListReaders();
        var waits = Enumerable.Range(0, 5).Select(_ => fixture.Readers.WaitForChangeAsync(empty, Cancellation)).ToArray();
        await using var card = await TestCard.InsertEchoAsync(fixture.Pcscd);
        foreach (var readers in await Task.WhenAll(waits).WaitAsync(PcscFixture.Patience, Cancellation))
        {
            Assert.Equal(CardPresence.Present, readers[0].Presence);
        }

        await card.RemoveAsync();
        await fixture.UntilEmptyAsync();
    }

    [Fact]
    public async Task A_service_that_stops_is_an_empty_list_and_is_waited_for()
    {
        await fixture.UntilEmptyAsync();
        var known = fixture.Readers.ListReaders();
        var stopped = fixture.Readers.WaitForChangeAsync(known, Cancellation);
        await fixture.Pcscd.StopDaemonAsync();
        Assert.Empty(await stopped.WaitAsync(PcscFixture.Patience, Cancellation));
        Assert.Equal(CardFault.ServiceUnavailable, Assert.Throws<CardException>(fixture.Readers.ListReaders).Fault);
        Assert.Equal(CardFault.ServiceUnavailable, Assert.Throws<CardException>(() => fixture.Readers.Connect(PrivatePcscd.FirstReader)).Fault);

        var started = fixture.Readers.WaitForChangeAsync([], Cancellation);
        await Task.Delay(TimeSpan.FromMilliseconds(300), Cancellation);
        Assert.False(started.IsCompleted);
        await fixture.Pcscd.StartDaemonAsync(Cancellation);
        Assert.Contains(await started.WaitAsync(PcscFixture.Patience, Cancellation), reader => reader.Name == PrivatePcscd.FirstReader);
        await fixture.UntilEmptyAsync(PrivatePcscd.SecondReader);
    }

    [Fact]
    public async Task A_wait_for_a_missing_service_is_cancelled_too()
    {
        await fixture.UntilEmptyAsync();
        await fixture.Pcscd.StopDaemonAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var wait = fixture.Readers.WaitForChangeAsync([], stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(TimeSpan.FromSeconds(5), Cancellation));
        await fixture.Pcscd.StartDaemonAsync(Cancellation);
        await fixture.UntilEmptyAsync();
    }
}
