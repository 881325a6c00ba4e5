using System.Text;
using EidAgent.Hosting;
using EidAgent.Logins;
using EidAgent.Pages;
using EidAgent.Peer;
using EidAgent.Prompts;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.Faults;

/// <summary>
/// The agent's own host with a simulated reader, and a person who does what its pages say: types the PIN where it is asked, puts the card in again when it is out,
/// not recognised or mute. The clock runs on its own, fast.
/// </summary>
internal sealed class AgentFaultWorld : IPinPrompt, IAsyncDisposable
{
    private const string Nonce = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    // Of real time; of the agent's, every login ends by its own deadlines.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    private readonly ManualTimeProvider clock = new();
    private readonly WebApplication host;
    private int entries;

    public AgentFaultWorld(SimulatedCard card, bool keypad)
    {
        Card = card;
        Reader = new SimulatedReader("Simulated Reader 00 00", keypad, clock);
        host = AgentHost.Build(new AgentOptions { Port = 0 }, Reader, this, clock, PeerUser.Find);
    }

    public SimulatedCard Card { get; }

    public SimulatedReader Reader { get; }

    /// <summary>How often the person typed the PIN.</summary>
    public int Entries => Volatile.Read(ref entries);

    /// <summary>A login to its end and until the card was let go; null when it hangs.</summary>
    public async Task<LoginAttempt?> LogInAsync()
    {
        var attempt = host.Services.GetRequiredService<LoginAttempts>().Add(Request(), UiLanguage.English);
        var slot = host.Services.GetRequiredService<CardSlot>();
        Assert.True(slot.TryStart(attempt));
        for (var since = TimeProvider.System.GetTimestamp(); slot.Holder is not null;)
        {
            if (TimeProvider.System.GetElapsedTime(since) > Guard)
            {
                return null;
            }

            DoAsTold(attempt.Progress);
            await Task.Delay(1, TestContext.Current.CancellationToken);
            clock.Advance(Pace);
        }

        return attempt;
    }

    /// <summary>What a site that asked for this login says of its token; null when it takes it.</summary>
    public static string? Refusal(SignedLogin signed)
    {
        var message = new LoginMessage(Request().ReturnTo.Origin, Nonce);
        if (!LoginToken.TryParse(signed.Token, out var token) || !CertificateBag.TryParse(signed.Chain, out var chain))
        {
            return "token or chain is malformed";
        }

        var verdict = new LoginVerifier(FaultWorld.Anchors, new IssuingCaStore()).Verify(token!, chain, message, TimeProvider.System.GetUtcNow());
        return verdict is LoginVerdict.Pending ? null : verdict.ToString();
    }

    public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
    {
        Interlocked.Increment(ref entries);
        return Task.FromResult(PinEntry.Of(Encoding.ASCII.GetBytes(FaultWorld.Pin)));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private static LoginRequest Request()
    {
        Assert.True(LoginRequest.TryParse(
            [new("v", "1"), new("nonce", Nonce), new("return_to", "https://loket.example.be/signin-eid"), new("state", "AAECAwQFBgcICQoLDA0ODw")],
            out var request,
            out _));
        return request!;
    }

    private void DoAsTold(LoginProgress progress)
    {
        if (Reader.Panel is { KeypadWaits: true, Digits: 0 })
        {
            Interlocked.Increment(ref entries);
            foreach (var key in (ReadOnlySpan<KeypadKey>)[KeypadKey.D1, KeypadKey.D2, KeypadKey.D3, KeypadKey.D4, KeypadKey.Ok])
            {
                Reader.Press(key);
            }
        }

        if (progress is { Phase: LoginPhase.Running, Step: LoginStep.InsertCard or LoginStep.NotBelgian or LoginStep.CardMute } || (Reader.Card is null && progress.Step == LoginStep.CardBusy))
        {
            Reader.Insert(Card);
        }
    }
}
