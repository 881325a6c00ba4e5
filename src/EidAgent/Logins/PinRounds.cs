using EidAgent.Hosting;
using EidAgent.Pages;
using EidAgent.Prompts;
using EidAuth.Belpic;
using EidAuth.Login;
using Microsoft.Extensions.Logging;

namespace EidAgent.Logins;

/// <summary>Asks the PIN, in the window or on the reader's keypad, until the card signs or the login ends. Each PIN is asked anew; the last try only after a click.</summary>
internal sealed class PinRounds(IPinPrompt prompt, AgentOptions options, ILogger<LoginRun> log)
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
                    return token;
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
        attempt.Show(LoginStep.PinInWindow, triesLeft, remark);
        var question = new PinQuestion(attempt.Request.ReturnTo.Origin, attempt.Language.Code(), triesLeft, remark == PinRemark.Wrong)
        {
            Reader = session.Reader,
            Leaves = [.. attempt.Request.Fields.Where(field => attempt.Agreed.HasFlag(FieldNames.PartsOf([field])))],
        };
        using var entry = await prompt.AskAsync(question, attempt.Ended);
        if (entry.Outcome != PinEntryOutcome.Entered)
        {
            attempt.End(Ending(entry.Outcome));
            return null;
        }

        attempt.Within(LoginRun.CardPatience, LoginEnding.CardMute);
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
}
