using EidAgent.Logins;
using EidAgent.Prompts;

namespace EidAgent.Pages;

/// <summary>A running login: a picture and a sentence of what is to be done now, and the list of stages.</summary>
internal static class StepsPage
{
    private const int PinStage = 3;

    public static Html Content(Texts texts, LoginAttempt attempt, LoginProgress progress)
    {
        var (heading, explanation) = (texts.Steps[progress.Step].Heading, texts.Steps[progress.Step].Explanation);
        var at = LoginPaths.Of(attempt.Id);
        var content = Html.Of($"""
            <p class="to">{texts.LoggingInTo} {PageLayout.Address(attempt.Request.ReturnTo.Origin)}</p>
            <div class="picture">{Drawings.Of(progress.Step)}</div>
            <h1 data-step="{progress.Step.ToString()}">{heading}</h1>
            <p class="lead">{explanation}</p>
            {(progress.Step == LoginStep.Signing && attempt.Request.End is not null ? Html.Of($"""<p class="note" id="leave-card-in">{texts.LeaveCardIn}</p>""") : Html.None)}
            {Reader(attempt, progress)}
            {Remark(texts, progress)}
            <div class="actions">
            {PageLayout.Button(at + LoginPaths.Cancel, attempt.PageToken, "cancel", texts.Cancel, "plain")}
            </div>
            <section aria-labelledby="progress"><h2 id="progress" class="unseen">{texts.ProgressHeading}</h2>
            <ol class="stages">{Html.Join(texts.Stages.Select((name, stage) => Stage(texts, name, stage.CompareTo(StageOf(progress.Step)))))}</ol></section>
            """);
        return PageLayout.MainElement(content, at + LoginPaths.Changes, progress.Version);
    }

    /// <summary>Which of the five stages a step belongs to.</summary>
    internal static int StageOf(LoginStep step) => step switch
    {
        LoginStep.ServiceMissing or LoginStep.InsertReader => 0,
        LoginStep.InsertCard or LoginStep.NotBelgian or LoginStep.CardMute or LoginStep.CardBusy => 1,
        LoginStep.Reading => 2,
        LoginStep.Signing => PinStage + 1,
        _ => PinStage,
    };

    private static Html Stage(Texts texts, string name, int order)
    {
        var (state, say) = order < 0 ? ("done", texts.StageDone) : order == 0 ? ("now", texts.StageNow) : ("to-do", texts.StageToDo);
        return Html.Of($"""
            <li class="{state}"{(order == 0 ? Html.Of($" aria-current=\"step\"") : Html.None)}>{Drawings.Stage(order)}<span>{name}</span><span class="unseen"> ({say})</span></li>
            """);
    }

    // While the PIN is asked: with two readers on the table, which card it is for.
    private static Html Reader(LoginAttempt attempt, LoginProgress progress) => attempt.Reader is { } reader && StageOf(progress.Step) == PinStage
        ? Html.Of($"""<p class="note" id="reader">{PinPromptTexts.In(attempt.Language.Code()).Reader} <bdi>{PrintableName.Of(reader)}</bdi></p>""")
        : Html.None;

    /// <summary>What is said about the PIN before, and how many tries are left.</summary>
    internal static Html Remark(Texts texts, LoginProgress progress)
    {
        var remark = progress.Remark switch
        {
            PinRemark.Wrong => texts.PinWrong,
            PinRemark.Length => texts.PinLength,
            _ => "",
        };
        var tries = progress.TriesLeft is { } left && StageOf(progress.Step) == PinStage && progress.Step != LoginStep.LastTry ? texts.SayTriesLeft(left) : "";
        var kind = progress.Remark != PinRemark.None || progress.TriesLeft == 1 ? "note warning" : "note";
        return (remark + tries).Length == 0 ? Html.None : Html.Of($"""<p class="{kind}" id="remark">{remark} {tries}</p>""");
    }
}
