using EidAgent.Guard;
using EidAgent.Hosting;
using EidAgent.Pages;
using EidAgent.Prompts;
using EidAuth.Belpic;
using EidAuth.PcSc;
using Microsoft.Extensions.Logging;

namespace EidAgent.Logins;

/// <summary>One PIN check with a card, from top to bottom: find it, tell its tries, ask, VERIFY, LOG OFF, and again after a wrong PIN. The last try only after a click.</summary>
internal sealed class PinCheckRun(
    IResourceManager readers, IPinPrompt prompt, IPinGuard guard, AgentOptions options, CardTurn turn, TimeProvider clock, ILogger<PinCheckRun> log)
{
    private readonly CardWork work = new(readers, null, options, turn, clock, log);

    /// <summary>Runs to its end, whatever that is; returns when the card is logged off and reset.</summary>
    public Task RunAsync(PinCheck check) => work.RunAsync(check, card => RoundsAsync(check, card.Session));

    private async Task RoundsAsync(PinCheck check, BelpicSession session)
    {
        check.Reader = session.Reader;
        for (var remark = PinRemark.None; check.Progress.Phase != LoginPhase.Ended;)
        {
            check.Within(CardWork.CardPatience, LoginEnding.CardMute);
            check.Show(LoginStep.Reading);
            var triesLeft = await CardThread.Run(session.ReadTriesLeft);
            if (triesLeft == 0)
            {
                check.End(LoginEnding.PinBlocked);
                return;
            }

            check.Within(options.PinLifetime, LoginEnding.PinTimedOut);
            if (triesLeft is null or 1)
            {
                await check.AskLastTryAsync(triesLeft, remark);
                check.Within(options.PinLifetime, LoginEnding.PinTimedOut);
            }

            var result = session.HasPinPad
                ? await OnKeypadAsync(check, session, triesLeft, remark)
                : await InWindowAsync(check, session, triesLeft, remark);
            remark = Judge(check, session, result);
        }
    }

    // What is said of it when it is asked again; nothing more is asked once the check has ended.
    private PinRemark Judge(PinCheck check, BelpicSession session, PinResult? result)
    {
        switch (result)
        {
            case PinResult.Done:
                guard.Lift(session.ChipNumber.Span);
                check.Complete();
                break;
            case PinResult.WrongPin(var left):
                AgentLog.PinRefused(log, left);
                guard.Wrong(null, session.ChipNumber.Span, left);
                return PinRemark.Wrong;
            case PinResult.PinLength:
                return PinRemark.Length;
            case PinResult.FewerTries:
                break;
            case PinResult.Blocked:
                check.End(LoginEnding.PinBlocked);
                break;
            case PinResult.PinPadTimedOut:
                check.End(LoginEnding.PinTimedOut);
                break;
            default:
                check.End(LoginEnding.Cancelled);
                break;
        }

        return PinRemark.None;
    }

    private static Task<PinResult> OnKeypadAsync(PinCheck check, BelpicSession session, int? triesLeft, PinRemark remark)
    {
        check.Show(LoginStep.PinOnKeypad, triesLeft, remark);
        return CardThread.Run(() => session.VerifyPinOnPinPad(check.Language.Code(), triesLeft ?? 1, check.Ended));
    }

    // Null when there is no PIN: the check has ended then.
    private async Task<PinResult?> InWindowAsync(PinCheck check, BelpicSession session, int? triesLeft, PinRemark remark)
    {
        check.Within(options.PinWindowLifetime, LoginEnding.PinTimedOut);
        check.Show(LoginStep.PinInWindow, triesLeft, remark);
        var question = new PinQuestion(null, check.Language.Code(), triesLeft, remark == PinRemark.Wrong) { Purpose = PinPurpose.Check, Reader = session.Reader };
        using var entry = await prompt.AskAsync(question, check.Ended);
        if (entry.Outcome != PinEntryOutcome.Entered)
        {
            check.End(LoginEndings.Of(entry.Outcome));
            return null;
        }

        check.Within(CardWork.CardPatience, LoginEnding.CardMute);
        check.Show(LoginStep.Reading);
        check.Ended.ThrowIfCancellationRequested();
        return await CardThread.Run(() => session.VerifyPin(entry.Digits, triesLeft ?? 1));
    }
}
