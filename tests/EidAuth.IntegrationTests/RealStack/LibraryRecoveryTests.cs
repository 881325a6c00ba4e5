using System.Text;
using EidAuth.Belpic;
using EidAuth.IntegrationTests.PcSc;
using EidAuth.Iso7816;
using EidAuth.Pki;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.IntegrationTests.RealStack;

/// <summary>A full read and a PIN change on pcscd while the card leaves, changes, is reset, or the service dies under it.</summary>
[Trait("Group", TestGroup.Card)]
[Collection(ServiceAddress.Collection)]
public sealed class LibraryRecoveryTests(PcscFixture fixture) : IClassFixture<PcscFixture>
{
    // Only the photo is that long and read that early.
    private const string MidPhoto = "00B00500";
    private const string Change = "0024000110";

    private static readonly CardFault[] Gone = [CardFault.Removed, CardFault.ServiceUnavailable, CardFault.ReaderUnavailable, CardFault.Reset];

    [Theory]
    [InlineData("adult-18", Disturbance.Pull)]
    [InlineData("adult-17", Disturbance.Swap)]
    [InlineData("adult-18", Disturbance.Reset)]
    [InlineData("adult-17", Disturbance.Kill)]
    public async Task A_full_read_is_whole_or_said_to_have_failed(string citizen, Disturbance disturbance)
    {
        await using var bench = await Bench.StartAsync(fixture, citizen);
        var whole = Read().Content;

        var reached = bench.Card.HoldAt(MidPhoto);
        var reading = Task.Run(Read, TestContext.Current.CancellationToken);
        await reached.WaitAsync(PcscFixture.Patience, TestContext.Current.CancellationToken);
        await bench.DisturbAsync(disturbance);
        await bench.RestoreAsync(disturbance);

        // A reset comes between two transactions, and may find the read at its end.
        if (await Outcome(reading) is CardException failure)
        {
            Assert.Contains(failure.Fault, Gone);
        }
        else
        {
            Assert.Equal(Disturbance.Reset, disturbance);
            AssertSame(whole, (await reading).Content);
        }

        var next = Read();
        Assert.True(next.Proof.IsGenuine);
        if (disturbance != Disturbance.Swap)
        {
            AssertSame(whole, next.Content);
        }
    }

    [Theory]
    [InlineData("adult-17", Disturbance.Pull)]
    [InlineData("adult-18", Disturbance.Swap)]
    [InlineData("adult-17", Disturbance.Reset)]
    [InlineData("adult-18", Disturbance.Kill)]
    public async Task A_change_of_the_PIN_is_done_or_said_to_be_unknown(string citizen, Disturbance disturbance)
    {
        await using var bench = await Bench.StartAsync(fixture, citizen);
        var card = bench.Card.Card;

        var reached = bench.Card.HoldAt(Change);
        var changing = Task.Run(() => ChangePin("1234", "24680"), TestContext.Current.CancellationToken);
        await reached.WaitAsync(PcscFixture.Patience, TestContext.Current.CancellationToken);
        await bench.DisturbAsync(disturbance);
        await bench.RestoreAsync(disturbance);
        var result = await changing;

        if (disturbance == Disturbance.Reset)
        {
            // The second program waits for our transaction to end.
            Assert.Equal(new PinResult.Done(), result);
        }
        else
        {
            Assert.Contains(Assert.IsType<PinResult.ChangeUnknown>(result).Fault, Gone);
        }

        Assert.Equal((1, 3, SecurityState.None), (bench.Card.PinCommands, card.TriesLeft, card.SecurityState));
        Assert.Equal(0, bench.Other?.PinCommands ?? 0);

        // Checking the new PIN tells which one stands, and the next change works.
        if (disturbance != Disturbance.Swap)
        {
            var isNew = Verify("24680") is PinResult.Done;
            Assert.Equal(new PinResult.Done(), isNew ? ChangePin("24680", "1234") : ChangePin("1234", "24680"));
            Assert.Equal(3, card.TriesLeft);
        }
    }

    private static async Task<Exception?> Outcome(Task task) => await Task.WhenAny(task) is { Exception.InnerException: { } failure } ? failure : null;

    private static void AssertSame(CardContent expected, CardContent actual)
    {
        Assert.Equal(Hex(expected.Identity?.Raw), Hex(actual.Identity?.Raw));
        Assert.Equal(Hex(expected.Address?.Raw), Hex(actual.Address?.Raw));
        Assert.Equal(Hex(expected.Photo), Hex(actual.Photo));
    }

    private static string Hex(ReadOnlyMemory<byte>? bytes) => Convert.ToHexString(bytes!.Value.Span);

    private BelpicSession Open() => BelpicSession.Open(fixture.Readers.Connect(PrivatePcscd.FirstReader));

    private CardReading Read()
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        using var session = Open();
        return session.ReadAndJudge(TrustAnchors.FromTestFolder(pki.AnchorsFolder), TimeProvider.System.GetUtcNow());
    }

    private PinResult ChangePin(string current, string replacement)
    {
        using var session = Open();
        return session.ChangePin(Encoding.ASCII.GetBytes(current), Encoding.ASCII.GetBytes(replacement), session.ReadTriesLeft());
    }

    private PinResult Verify(string pin)
    {
        using var session = Open();
        return session.VerifyPin(Encoding.ASCII.GetBytes(pin), session.ReadTriesLeft());
    }
}
