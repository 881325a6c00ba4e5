using EidAgent.Guard;
using EidAgent.Hosting;
using EidAgent.Logins;
using EidAgent.Pages;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using Microsoft.Extensions.Logging.Abstractions;

namespace EidAuth.Benchmarks.Card;

/// <summary>The agent's own road to a card, from the consent on, over a simulated reader.</summary>
internal sealed class LoginsByAgent : IDisposable
{
    private readonly SimulatedReader reader = new("Simulated Reader 00 00", pinPad: false, TimeProvider.System);
    private readonly MeasuredReaders readers;
    private readonly LoginRun run;

    public LoginsByAgent(string pin)
    {
        readers = new MeasuredReaders(reader);
        var options = new AgentOptions();
        run = new LoginRun(
            readers, new TypedPin(pin), new PinGuard(options, TimeProvider.System), options, new CardTurn(), TimeProvider.System, NullLogger<LoginRun>.Instance);
    }

    /// <summary>Logs in with that card and gives the commands.</summary>
    public async Task<LoginCommands> LogInAsync(SimulatedCard card)
    {
        reader.Insert(card);
        readers.Take();
        _ = ReturnAddress.TryParse("https://loket.example.be/signin-eid", out var returnTo);
        var request = LoginRequest.Create(Convert.ToBase64String(new byte[32]), returnTo!, new string('A', 22), "en");
        using var attempt = new LoginAttempt(request, UiLanguage.English, TimeSpan.FromMinutes(2), TimeProvider.System);
        await run.RunAsync(attempt);
        return attempt.Progress.Ending == LoginEnding.Signed
            ? LoginCommands.Of(readers.Take())
            : throw new InvalidOperationException($"The login ended with {attempt.Progress.Ending}.");
    }

    public void Dispose() => run.Dispose();
}
