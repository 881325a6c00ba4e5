using EidAgent.Guard;
using EidAgent.Hosting;
using EidAgent.Prompts;
using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.PcSc;
using EidAuth.Pki;
using Microsoft.Extensions.Logging;

namespace EidAgent.Logins;

/// <summary>One login with a card, from top to bottom: find it, ask the PIN while it is read, sign, log off.</summary>
internal sealed class LoginRun : IDisposable
{
    private readonly CertificateCache? cards;
    private readonly IssuerCache issuers = new();
    private readonly CardWork work;
    private readonly PinRounds rounds;

    public LoginRun(
        IResourceManager readers, IPinPrompt prompt, IPinGuard guard, AgentOptions options, CardTurn turn, TimeProvider clock, ILogger<LoginRun> log)
    {
        cards = options.RememberCards ? new CertificateCache(clock) : null;
        work = new CardWork(readers, cards, options, turn, clock, log);
        rounds = new PinRounds(prompt, guard, options, log);
    }

    /// <summary>Runs to the login's end, whatever that is; returns when the card is logged off and reset.</summary>
    public Task RunAsync(LoginAttempt attempt) => work.RunAsync(attempt, card => SignAsync(attempt, card));

    public void Dispose() => cards?.Dispose();

    private async Task SignAsync(LoginAttempt attempt, FoundCard card)
    {
        var session = card.Session;
        attempt.Reader = session.Reader;
        attempt.Within(CardWork.CardPatience, LoginEnding.CardMute);
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

        if (!rounds.MayAsk(attempt, session, triesLeft))
        {
            return;
        }

        // A person types for seconds and the card has nothing else to do. A keypad's PIN goes straight to the card, which must be free by then.
        var reading = work.EndingAsync(attempt, () => CardThread.Run(() => Read(attempt, session)));
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

        attempt.Within(CardWork.CardPatience, LoginEnding.CardMute);
        attempt.Show(LoginStep.Signing);
        var content = await CardThread.Run(() => session.ReadContent(attempt.Agreed | CardParts.Identity | CardParts.Proof));
        return PostedFields.Take(content, attempt.Agreed)?.ToJson();
    }

    // What the site needs to build a path; a card without them still logs in where the site holds its issuers. In memory by now, unless the card was renewed.
    private string ReadChain(BelpicSession session) =>
        CertificateBag.ToJson([.. session.ReadIssuers(issuers).Where(der => der.Length <= CertificateBag.MaximumCertificateLength)]);
}
