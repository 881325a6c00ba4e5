using EidAgent.Hosting;
using EidAgent.Prompts;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Login;
using EidAuth.PcSc;
using EidAuth.Pki;
using Microsoft.Extensions.Logging;

namespace EidAgent.Logins;

/// <summary>One login with a card, from top to bottom: find it, ask the PIN while it is read, sign, log off.</summary>
internal sealed class LoginRun : IDisposable
{
    // PSO takes a second; a card that takes this long will not answer any more.
    public static readonly TimeSpan CardPatience = TimeSpan.FromMinutes(1);

    private readonly IResourceManager readers;
    private readonly AgentOptions options;
    private readonly ILogger<LoginRun> log;
    private readonly CertificateCache? cards;
    private readonly CardTurn turn;
    private readonly IssuerCache issuers = new();
    private readonly CardSearch search;
    private readonly PinRounds rounds;

    public LoginRun(IResourceManager readers, IPinPrompt prompt, AgentOptions options, CardTurn turn, TimeProvider clock, ILogger<LoginRun> log)
    {
        (this.readers, this.options, this.turn, this.log) = (readers, options, turn, log);
        cards = options.RememberCards ? new CertificateCache(clock) : null;
        search = new CardSearch(readers, cards, clock);
        rounds = new PinRounds(prompt, options, log);
    }

    /// <summary>Runs to the login's end, whatever that is; returns when the card is logged off and reset.</summary>
    public Task RunAsync(LoginAttempt attempt) => EndingAsync(attempt, async () =>
    {
        attempt.Within(options.CardLifetime, LoginEnding.CardTimedOut);
        using var mine = await turn.TakeAsync(attempt.Ended);
        var card = await search.FindAsync(attempt);
        using var over = new CancellationTokenSource();
        var watch = CardWatch.EndOnRemovalAsync(attempt, readers, card, over.Token);
        try
        {
            await SignAsync(attempt, card);
        }
        finally
        {
            await over.CancelAsync();
            await CardThread.Run(card.Session.Dispose);
            await watch;
        }
    });

    public void Dispose() => cards?.Dispose();

    private async Task SignAsync(LoginAttempt attempt, FoundCard card)
    {
        var session = card.Session;
        attempt.Within(CardPatience, LoginEnding.CardMute);
        attempt.Show(LoginStep.Reading);
        if (session.Applet < AppletVersion.V17)
        {
            attempt.End(LoginEnding.CardTooOld);
            return;
        }

        var triesLeft = session.TriesLeftAtOpening ?? await CardThread.Run(session.ReadTriesLeft);
        if (triesLeft == 0)
        {
            attempt.End(LoginEnding.PinBlocked);
            return;
        }

        // A person types for seconds and the card has nothing else to do. A keypad's PIN goes straight to the card, which must be free by then.
        var reading = EndingAsync(attempt, () => CardThread.Run(() => Read(attempt, session)));
        try
        {
            if (session.HasPinPad)
            {
                await reading;
            }

            if (await rounds.SignAsync(attempt, session, triesLeft, reading) is { } token)
            {
                var chain = await CardThread.Run(() => ReadChain(session));
                attempt.Complete(new SignedLogin(
                    token.ToJson(), chain, await ReadFieldsAsync(attempt, session), new SeenCard(session.ChipNumber.ToArray(), card.Reader)));
            }
        }
        finally
        {
            await reading;
        }
    }

    // What is wrong with the card ends the login here, and that closes the window: nobody types a PIN for nothing.
    private void Read(LoginAttempt attempt, BelpicSession session)
    {
        switch (session.PrepareLogin())
        {
            case LoginReadiness.NoCertificate:
                attempt.End(LoginEnding.NoCertificate);
                break;
            case LoginReadiness.KeyNotSupported:
                attempt.End(LoginEnding.CardTooOld);
                break;
            default:
                session.ReadIssuers(issuers);
                break;
        }
    }

    // After the signature: who types a wrong PIN or stops has given nothing, and the card is read for it only then.
    private static async Task<string?> ReadFieldsAsync(LoginAttempt attempt, BelpicSession session)
    {
        if (attempt.Agreed == CardParts.None)
        {
            return null;
        }

        attempt.Within(CardPatience, LoginEnding.CardMute);
        attempt.Show(LoginStep.Signing);
        var content = await CardThread.Run(() => session.ReadContent(attempt.Agreed | CardParts.Identity | CardParts.Proof));
        return PostedFields.Take(content, attempt.Agreed)?.ToJson();
    }

    // What the site needs to build a path; a card without them still logs in where the site holds its issuers. In memory by now, unless the card was renewed.
    private string ReadChain(BelpicSession session) =>
        CertificateBag.ToJson([.. session.ReadIssuers(issuers).Where(der => der.Length <= CertificateBag.MaximumCertificateLength)]);

    // Whatever ends the work ends the login, in a decided way.
    private async Task EndingAsync(LoginAttempt attempt, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (attempt.Ended.IsCancellationRequested)
        {
            // Whoever ended it said how.
        }
        catch (CardException exception)
        {
            if (attempt.End(LoginEndings.Of(exception.Fault)))
            {
                AgentLog.CardFault(log, exception.Fault, exception.StatusWord?.Value ?? 0);
            }
        }
#pragma warning disable CA1031 // The agent goes on serving; only the exception's type is logged, its text could name a person.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            AgentLog.AgentFault(log, exception.GetType().Name);
            attempt.End(LoginEnding.AgentFault);
        }
    }
}
