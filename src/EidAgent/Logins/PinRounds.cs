using EidAgent.Guard;
using EidAgent.Hosting;
using EidAgent.Pages;
using EidAgent.Prompts;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Login;
using Microsoft.Extensions.Logging;

namespace EidAgent.Logins;

/// <summary>Asks the PIN, in the window or on the reader's keypad, until the card signs or the login ends. Each PIN is asked anew, and each only if the guard lets a site have it.</summary>
internal sealed class PinRounds(IPinPrompt prompt, IPinGuard guard, AgentOptions options, ILogger<LoginRun> log)
{
    /// <summary>The card's token, or null when the login has ended meanwhile.</summary>
    /// <param name="attempt">The login.</param>
    /// <param name="session">Its card, not blocked.</param>
    /// <param name="triesLeft">As far as the card tells them.</param>
    /// <param name="reading">What still uses the card; it never fails, but may end the login.</param>
    public async Task<LoginToken?> SignAsync(LoginAttempt attempt, BelpicSession session, int? triesLeft, Task reading)
    {
        var message = new LoginMessage(attempt.Request.ReturnTo.Origin, attempt.Request.Nonce);
        for (var remark = PinRemark.None; triesLeft != 0;)
        {
            attempt.Ended.ThrowIfCancellationRequested();
            if (!MayAsk(attempt, session, triesLeft))
            {
                return null;
            }

            attempt.Within(options.PinLifetime, LoginEnding.PinTimedOut);
            switch (await AskAsync(attempt, session, message, triesLeft, remark, reading))
            {
                case LoginSignature.Completed(var token):
                    guard.Right(session.ChipNumber.Span);
                    return token;
                case LoginSignature.WrongPin(var left):
                    AgentLog.PinRefused(log, left);
                    guard.Wrong(attempt.Request.ReturnTo.Origin, session.ChipNumber.Span, left);
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
                    return null;
                case LoginSignature.PinPadTimedOut:
                    attempt.End(LoginEnding.PinTimedOut);
                    return null;
                case LoginSignature.KeyNotSupported:
                    attempt.End(LoginEnding.CardTooOld);
                    return null;
                default:
                    return null;
            }
        }

        attempt.End(LoginEnding.PinBlocked);
        return null;
    }

    /// <summary>Whether a PIN may be asked for this login now; where it may not, the login has ended.</summary>
    /// <param name="attempt">The login.</param>
    /// <param name="session">Its card, not blocked.</param>
    /// <param name="triesLeft">As far as the card tells them.</param>
    public bool MayAsk(LoginAttempt attempt, BelpicSession session, int? triesLeft)
    {
        var verdict = guard.Judge(attempt.Request.ReturnTo.Origin, session.ChipNumber.Span, triesLeft);
        if (verdict != PinVerdict.Allowed)
        {
            attempt.End(verdict == PinVerdict.SitesPaused ? LoginEnding.PinPaused : LoginEnding.LastTryKept);
        }

        return verdict == PinVerdict.Allowed;
    }

    private async Task<LoginSignature?> AskAsync(
        LoginAttempt attempt, BelpicSession session, LoginMessage message, int? triesLeft, PinRemark remark, Task reading)
    {
        try
        {
            return session.HasPinPad
                ? await OnKeypadAsync(attempt, session, message, triesLeft, remark)
                : await InWindowAsync(attempt, session, message, triesLeft, remark, reading);
        }
        catch (CardException) when (triesLeft is null)
        {
            guard.Unanswered(session.ChipNumber.Span);
            throw;
        }
    }

    private static Task<LoginSignature> OnKeypadAsync(
        LoginAttempt attempt, BelpicSession session, LoginMessage message, int? triesLeft, PinRemark remark)
    {
        attempt.Show(LoginStep.PinOnKeypad, triesLeft, remark);
        return CardThread.Run(() => session.SignLoginOnPinPad(message, attempt.Language.Code(), triesLeft, attempt.Ended));
    }

    // Null when there is no PIN: the login has ended then.
    private async Task<LoginSignature?> InWindowAsync(
        LoginAttempt attempt, BelpicSession session, LoginMessage message, int? triesLeft, PinRemark remark, Task reading)
    {
        attempt.Within(options.PinWindowLifetime, LoginEnding.PinTimedOut);
        attempt.Show(LoginStep.PinInWindow, triesLeft, remark);
        var question = new PinQuestion(attempt.Request.ReturnTo.Origin, attempt.Language.Code(), triesLeft, remark == PinRemark.Wrong)
        {
            Reader = session.Reader,
            Leaves = [.. attempt.Request.Fields.Where(field => attempt.Agreed.HasFlag(FieldNames.PartsOf([field])))],
        };
        using var entry = await prompt.AskAsync(question, attempt.Ended);
        if (entry.Outcome != PinEntryOutcome.Entered)
        {
            attempt.End(LoginEndings.Of(entry.Outcome));
            return null;
        }

        attempt.Within(CardWork.CardPatience, LoginEnding.CardMute);
        attempt.Show(LoginStep.Signing);
        await reading;
        attempt.Ended.ThrowIfCancellationRequested();
        return await CardThread.Run(() => session.SignLogin(message, entry.Digits, triesLeft));
    }
}
