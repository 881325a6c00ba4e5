using EidAgent.Logins;

namespace EidAgent.Pages;

/// <summary>The agent's own page for the PIN: what it is for and a button, then what is to be done now, then how it ended.</summary>
internal static class PinPage
{
    /// <summary>What starts the same without a browser.</summary>
    public const string Command = "EidAgent pin verify";

    /// <summary>Before anything is done, or while somebody else uses the reader.</summary>
    public static Html Start(Texts texts, PinPageTexts pin, string token, string? login, bool isBusy) => PageLayout.MainElement(Html.Of($"""
        <div class="picture">{Drawings.Of(LoginStep.InsertCard)}</div>
        <h1>{pin.Start.Heading}</h1>
        <p class="lead">{pin.Start.Explanation}</p>
        {(isBusy ? Html.Of($"""<section class="note warning" aria-labelledby="busy" data-code="reader_in_use"><h2 id="busy">{pin.Busy.Heading}</h2><p>{pin.Busy.Explanation}</p></section>""") : Html.None)}
        <div class="actions">{PageLayout.Button(PinPaths.With(PinPaths.Start, texts.Language, login), token, "check", pin.Check, "main")}</div>
        <section class="next" aria-labelledby="facts"><h2 id="facts">{pin.FactsHeading}</h2>
        <ul>{Html.Join(pin.Facts.Select(fact => Html.Of($"<li>{fact}</li>")))}</ul></section>
        """));

    /// <summary>A check that runs or has ended.</summary>
    /// <param name="check">It.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="token">For the button that starts another.</param>
    /// <param name="from">The login to lead back to, ended, or null.</param>
    public static Html Of(PinCheck check, LoginProgress progress, string token, LoginAttempt? from)
    {
        var (texts, pin) = (Texts.In(check.Language), PinPageTexts.In(check.Language));
        return progress.Phase == LoginPhase.Ended ? Ended(texts, pin, check, token, from) : Running(texts, pin, check, progress);
    }

    /// <summary>For the window's title.</summary>
    public static string Title(PinCheck check)
    {
        var (texts, pin) = (Texts.In(check.Language), PinPageTexts.In(check.Language));
        return check.Progress.Phase == LoginPhase.Ended ? Ending(texts, pin, check).Heading : Step(texts, pin, check.Progress).Heading;
    }

    private static Html Running(Texts texts, PinPageTexts pin, PinCheck check, LoginProgress progress)
    {
        var at = PinPaths.Of(check.Id);
        var (heading, explanation) = (Step(texts, pin, progress).Heading, Step(texts, pin, progress).Explanation);
        return PageLayout.MainElement(
            Html.Of($"""
                <p class="to">{pin.Checking}</p>
                <div class="picture">{Drawings.Of(progress.Step)}</div>
                <h1 data-step="{progress.Step.ToString()}">{heading}</h1>
                <p class="lead">{explanation}</p>
                {(check.Reader is { } reader ? Html.Of($"""<p id="reader">{pin.Reader} <bdi>{reader}</bdi></p>""") : Html.None)}
                {StepsPage.Remark(texts, progress)}
                <div class="actions">
                {(progress.Step == LoginStep.LastTry ? PageLayout.Button(at + LoginPaths.LastTry, check.PageToken, "last-try", texts.UseLastTry, "danger") : Html.None)}
                {PageLayout.Button(at + LoginPaths.Cancel, check.PageToken, "cancel", texts.Cancel, "plain")}
                </div>
                """),
            at + LoginPaths.Changes,
            progress.Version);
    }

    private static Html Ended(Texts texts, PinPageTexts pin, PinCheck check, string token, LoginAttempt? from)
    {
        var text = Ending(texts, pin, check);
        return PageLayout.MainElement(Html.Of($"""
            <div class="picture">{(check.WasRight ? Drawings.Done : Drawings.Stopped)}</div>
            <h1 data-ending="{(check.Progress.Ending is { } ending ? ending.Code() : "pin_right")}">{text.Heading}</h1>
            <p class="lead">{text.Explanation}</p>
            <div class="actions">
            {(check.WasRight && from is not null ? EndPage.Return(texts, from, from.Progress.Ending!.Value, "main") : Html.None)}
            {(check.WasRight || check.Progress.Ending == LoginEnding.PinBlocked ? Html.None
                : PageLayout.Button(PinPaths.With(PinPaths.Start, texts.Language, check.From), token, "check", pin.CheckAgain, "main"))}
            </div>
            {(check.Progress.Ending is { } code and not (LoginEnding.Cancelled or LoginEnding.Stopped) ? EndPage.Code(texts, code.Code()) : Html.None)}
            """));
    }

    private static PageText Step(Texts texts, PinPageTexts pin, LoginProgress progress) => progress switch
    {
        { Step: LoginStep.LastTry, TriesLeft: null } => pin.TriesUnknown,
        { Step: LoginStep.PinInWindow } => texts.Steps[progress.Step] with { Explanation = pin.InWindow },
        _ => texts.Steps[progress.Step],
    };

    private static PageText Ending(Texts texts, PinPageTexts pin, PinCheck check) => check.Progress.Ending switch
    {
        null => pin.Right,
        LoginEnding.Cancelled or LoginEnding.Stopped => pin.Stopped,
        LoginEnding.PinBlocked or LoginEnding.PinEntryUnavailable or LoginEnding.NotActivated => texts.Endings[check.Progress.Ending.Value],
        { } other => texts.Endings[other] with { Explanation = pin.StartAgain },
    };
}
