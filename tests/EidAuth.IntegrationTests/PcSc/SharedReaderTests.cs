using System.Diagnostics;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.PcSc;

/// <summary>Two readers, and other programs at the same card, through the real service.</summary>
[Trait("Group", TestGroup.Card)]
[Collection(ServiceAddress.Collection)]
public sealed class SharedReaderTests(PcscFixture fixture) : IClassFixture<PcscFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_cards_in_two_readers_keep_their_PINs_apart()
    {
        var (first, second) = (Issue("adult-18"), Issue("adult-17"));
        await using var one = await InsertAsync(first);
        await using var two = await InsertAsync(second, slot: 1);
        Assert.Equal([CardPresence.Present, CardPresence.Present], fixture.Readers.ListReaders().Select(reader => reader.Presence));
        using (var left = Open(PrivatePcscd.FirstReader))
        using (var right = Open(PrivatePcscd.SecondReader))
        {
            Assert.Equal((AppletVersion.V18, AppletVersion.V17), (left.Applet, right.Applet));
            Assert.Equal(new PinResult.WrongPin(2), left.VerifyPin("4321"u8));
            Assert.Equal(new PinResult.Done(), right.ChangePin("1234"u8, "567890"u8));
            Assert.Equal(new PinResult.Done(), left.VerifyPin("1234"u8));
            Assert.Equal(new PinResult.WrongPin(2), right.VerifyPin("1234"u8));
            Assert.Equal(new PinResult.Done(), right.VerifyPin("567890"u8));
        }

        Assert.Equal((3, 3), (first.TriesLeft, second.TriesLeft));
        Assert.Equal((SecurityState.None, SecurityState.None), (first.SecurityState, second.SecurityState));
        await two.RemoveAsync();
        await fixture.UntilEmptyAsync(PrivatePcscd.SecondReader);
        Assert.Equal(CardPresence.Present, fixture.Readers.ListReaders()[0].Presence);
    }

    [Fact]
    public async Task A_card_that_a_second_program_resets_gets_no_PIN_from_a_session_opened_before()
    {
        Require.Programs("opensc-tool");
        var card = Issue("adult-18");
        await using var inserted = await InsertAsync(card);
        using (var session = Open(PrivatePcscd.FirstReader))
        {
            var other = await TestProcess.RunAsync("opensc-tool", ["-r", PrivatePcscd.FirstReader, "--reset"], Cancellation, fixture.Pcscd.Environment);
            Assert.True(other.ExitCode == 0, other.All);
            Assert.Equal(CardFault.Reset, Assert.Throws<CardException>(() => session.ChangePin("1234"u8, "5678"u8)).Fault);
            Assert.Equal(CardFault.Reset, Assert.Throws<CardException>(() => session.VerifyPin("1234"u8)).Fault);
        }

        Assert.DoesNotContain(card.Transcript, command => command.StartsWith("0020000108", StringComparison.Ordinal) || command.StartsWith("0024", StringComparison.Ordinal));
        using var next = Open(PrivatePcscd.FirstReader);
        Assert.Equal(new PinResult.Done(), next.VerifyPin("1234"u8));
    }

    [Fact]
    public async Task A_program_that_keeps_a_transaction_makes_the_card_busy_for_whoever_has_it_open_and_for_whoever_opens_it()
    {
        await using var card = await InsertAsync(Issue("adult-18"));
        var clock = new ManualTimeProvider();
        var readers = new PcscResourceManager(clock);
        var mine = readers.Connect(PrivatePcscd.FirstReader);
        using var other = fixture.Readers.Connect(PrivatePcscd.FirstReader);
        using (other.BeginTransaction())
        {
            var watch = Stopwatch.StartNew();
            await BusyAfterTenSecondsAsync(clock, () => mine.BeginTransaction());
            Assert.Throws<CardException>(() => mine.Transmit([0x80, 0xE4, 0x00, 0x00, 0x1C], new byte[258]));
            mine.Dispose();
            await BusyAfterTenSecondsAsync(clock, () => readers.Connect(PrivatePcscd.FirstReader));
            await BusyAfterTenSecondsAsync(clock, () => readers.Connect(PrivatePcscd.FirstReader));

            // By the real clock these would be thirty seconds.
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(28));

            // Its own program is not disturbed.
            Assert.Equal(30, other.Transmit([0x80, 0xE4, 0x00, 0x00, 0x1C], new byte[258]));
        }

        using var again = readers.Connect(PrivatePcscd.FirstReader);
        again.BeginTransaction().Dispose();
        Assert.Equal(30, other.Transmit([0x80, 0xE4, 0x00, 0x00, 0x1C], new byte[258]));
    }

    [Fact]
    public async Task The_end_of_a_session_waits_for_another_programs_transaction_ten_seconds_and_resets_the_card_when_it_may()
    {
        var card = Issue("adult-18");
        await using var inserted = await InsertAsync(card);
        var clock = new ManualTimeProvider();
        var mine = new PcscResourceManager(clock).Connect(PrivatePcscd.FirstReader);
        using var other = fixture.Readers.Connect(PrivatePcscd.FirstReader);
        using (other.BeginTransaction())
        {
            var end = Task.Run(mine.Dispose, Cancellation);
            await AdvanceAsync(clock);
            await end.WaitAsync(PcscFixture.Patience, Cancellation);
            Assert.Equal(30, other.Transmit([0x80, 0xE4, 0x00, 0x00, 0x1C], new byte[258]));
        }

        // The other program goes on with one transaction after another. It leaves the card alone in between: the service looks only every 0.1 s whether it may
        // reset, and whoever leaves no gap is never reset.
        var watch = Stopwatch.StartNew();
        CardFault? met = null;
        while (met is null && watch.Elapsed < PcscFixture.Patience)
        {
            try
            {
                other.Transmit([0x80, 0xE4, 0x00, 0x00, 0x1C], new byte[258]);
                await Task.Delay(50, Cancellation);
            }
            catch (CardException exception)
            {
                met = exception.Fault;
            }
        }

        Assert.Equal(CardFault.Reset, met);
    }

    [Fact]
    public async Task A_service_that_is_killed_and_comes_back_under_an_open_watch_is_waited_for()
    {
        await fixture.UntilEmptyAsync();
        var card = Issue("adult-18");
        await using (var inserted = await TestCard.InsertAsync(fixture.Pcscd, command => card.Transmit(command), atr: Convert.ToHexString(card.Atr.Span)))
        {
            await fixture.UntilPresentAsync();
            var known = fixture.Readers.ListReaders();
            using var session = Open(PrivatePcscd.FirstReader);
            var gone = fixture.Readers.WaitForChangeAsync(known, Cancellation);
            await fixture.Pcscd.KillDaemonAsync(Cancellation);
            Assert.Empty(await gone.WaitAsync(PcscFixture.Patience, Cancellation));
            Assert.Equal(CardFault.ServiceUnavailable, Assert.Throws<CardException>(() => session.VerifyPin("1234"u8)).Fault);
            Assert.DoesNotContain(card.Transcript, command => command.StartsWith("0020000108", StringComparison.Ordinal));

            var back = fixture.Readers.WaitForChangeAsync([], Cancellation);
            await fixture.Pcscd.StartDaemonAsync(Cancellation);
            Assert.NotEmpty(await back.WaitAsync(PcscFixture.Patience, Cancellation));

            // The service came back; the old handle did not.
            Assert.Equal(CardFault.ServiceUnavailable, Assert.Throws<CardException>(() => session.VerifyPin("1234"u8)).Fault);
        }

        await using var next = await InsertAsync(card);
        using var opened = Open(PrivatePcscd.FirstReader);
        Assert.Equal(new PinResult.Done(), opened.VerifyPin("1234"u8));
    }

    private static SimulatedCard Issue(string citizen)
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        return pki.IssueCard(Citizen.All[citizen]);
    }

    private static async Task BusyAfterTenSecondsAsync(ManualTimeProvider clock, Func<IDisposable> act)
    {
        var call = Task.Run(act, Cancellation);
        await AdvanceAsync(clock);
        Assert.Equal(CardFault.Busy, (await Assert.ThrowsAsync<CardException>(() => call.WaitAsync(PcscFixture.Patience, Cancellation))).Fault);
    }

    private static async Task AdvanceAsync(ManualTimeProvider clock)
    {
        for (var waited = 0; clock.ArmedTimers == 0 && waited < 1000; waited++)
        {
            await Task.Delay(10, Cancellation);
        }

        // Long enough for the call to be at the service.
        await Task.Delay(300, Cancellation);
        clock.Advance(TimeSpan.FromSeconds(10));
    }

    private BelpicSession Open(string reader) => BelpicSession.Open(fixture.Readers.Connect(reader));

    private async Task<TestCard> InsertAsync(SimulatedCard card, int slot = 0)
    {
        var reader = slot == 0 ? PrivatePcscd.FirstReader : PrivatePcscd.SecondReader;
        await fixture.UntilEmptyAsync(reader);
        var inserted = await TestCard.InsertAsync(fixture.Pcscd, command => card.Transmit(command), slot, Convert.ToHexString(card.Atr.Span));
        await fixture.UntilPresentAsync(reader);
        return inserted;
    }
}
