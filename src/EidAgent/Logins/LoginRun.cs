using EidAgent.Hosting;
using EidAgent.Pages;
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
    private static readonly TimeSpan CardPatience = TimeSpan.FromMinutes(1);

    private readonly IResourceManager readers;
    private readonly IPinPrompt prompt;
    private readonly AgentOptions options;
    private readonly ILogger<LoginRun> log;
    private readonly CertificateCache? cards;
    private readonly IssuerCache issuers = new();
    private readonly CardSearch search;

    public LoginRun(IResourceManager readers, IPinPrompt prompt, AgentOptions options, TimeProvider clock, ILogger<LoginRun> log)
    {
        (this.readers, this.prompt, this.options, this.log) = (readers, prompt, options, log);
        cards = options.RememberCards ? new CertificateCache(clock) : null;
        search = new CardSearch(readers, cards, clock);
    }

    /// <summary>Runs to the login's end, whatever that is; returns when the card is logged off and reset.</summary>
    public Task RunAsync(LoginAttempt attempt) => EndingAsync(attempt, async () =>
    {
        attempt.Within(options.CardLifetime, LoginEnding.CardTimedOut);
        var card = await search.FindAsync(attempt);
        using var over = new CancellationTokenSource();
        var watch = CardWatch.EndOnRemovalAsync(attempt, readers, card, over.Token);
        try
        {
            await SignAsync(attempt, card.Session);
        }
        finally
        {
            await over.CancelAsync();
            await CardThread.Run(card.Session.Dispose);
            await watch;
        }
    });

    public void Dispose() => cards?.Dispose();

    private async Task SignAsync(LoginAttempt attempt, BelpicSession session)
    {
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

            await AskAsync(attempt, session, triesLeft, reading);
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

    private async Task AskAsync(LoginAttempt attempt, BelpicSession session, int? triesLeft, Task reading)
    {
        var message = new LoginMessage(attempt.Request.ReturnTo.Origin, attempt.Request.Nonce);
        for (var remark = PinRemark.None; triesLeft != 0;)
        {
            attempt.Ended.ThrowIfCancellationRequested();
            attempt.Within(options.PinLifetime, LoginEnding.PinTimedOut);
            if (triesLeft == 1)
            {
                attempt.Show(LoginStep.LastTry, triesLeft, remark);
                await attempt.LastTryAccepted.WaitAsync(attempt.Ended);
                attempt.Within(options.PinLifetime, LoginEnding.PinTimedOut);
            }

            var signature = session.HasPinPad
                ? await OnKeypadAsync(attempt, session, message, triesLeft, remark)
                : await InWindowAsync(attempt, session, message, triesLeft, remark, reading);
            switch (signature)
            {
                case LoginSignature.Completed(var token):
                    attempt.Complete(new SignedLogin(token.ToJson(), await CardThread.Run(() => ReadChain(session))));
                    return;
                case LoginSignature.WrongPin(var left):
                    AgentLog.PinRefused(log, left);
                    (triesLeft, remark) = (left, PinRemark.Wrong);
                    break;
                case LoginSignature.FewerTries(var left):
                    (triesLeft, remark) = (left, PinRemark.None);
                    break;
                case LoginSignature.PinLength:
                    remark = PinRemark.Length;
                    break;
                case LoginSignature.PinBlocked:
                    triesLeft = 0;
                    break;
                case LoginSignature.PinPadCancelled:
                    attempt.End(LoginEnding.Cancelled);
                    return;
                case LoginSignature.PinPadTimedOut:
                    attempt.End(LoginEnding.PinTimedOut);
                    return;
                case LoginSignature.KeyNotSupported:
                    attempt.End(LoginEnding.CardTooOld);
                    return;
                default:
                    return;
            }
        }

        attempt.End(LoginEnding.PinBlocked);
    }

    private static Task<LoginSignature> OnKeypadAsync(
        LoginAttempt attempt, BelpicSession session, LoginMessage message, int? triesLeft, PinRemark remark)
    {
        attempt.Show(LoginStep.PinOnKeypad, triesLeft, remark);
        return CardThread.Run(() => session.SignLoginOnPinPad(message, attempt.Language.Code(), triesLeft));
    }

    // Null when there is no PIN: the login has ended then.
    private async Task<LoginSignature?> InWindowAsync(
        LoginAttempt attempt, BelpicSession session, LoginMessage message, int? triesLeft, PinRemark remark, Task reading)
    {
        attempt.Show(LoginStep.PinInWindow, triesLeft, remark);
        var question = new PinQuestion(attempt.Request.ReturnTo.Origin, attempt.Language.Code(), triesLeft, remark == PinRemark.Wrong);
        using var entry = await prompt.AskAsync(question, attempt.Ended);
        if (entry.Outcome != PinEntryOutcome.Entered)
        {
            attempt.End(Ending(entry.Outcome));
            return null;
        }

        attempt.Within(CardPatience, LoginEnding.CardMute);
        attempt.Show(LoginStep.Signing);
        await reading;
        attempt.Ended.ThrowIfCancellationRequested();
        return await CardThread.Run(() => session.SignLogin(message, entry.Digits, triesLeft));
    }

    private static LoginEnding Ending(PinEntryOutcome outcome) => outcome switch
    {
        PinEntryOutcome.Cancelled => LoginEnding.Cancelled,
        PinEntryOutcome.TimedOut => LoginEnding.PinTimedOut,
        _ => LoginEnding.PinEntryUnavailable,
    };

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
