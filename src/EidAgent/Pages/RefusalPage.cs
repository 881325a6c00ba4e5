using EidAgent.Gate;

namespace EidAgent.Pages;

/// <summary>What is shown instead of a login that cannot be. It leads nowhere: a refused request has no address that anything may be sent to.</summary>
internal static class RefusalPage
{
    /// <summary>For those who are not to learn what runs here.</summary>
    public static readonly Html Neutral = Html.Of($"""
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Not available</title></head><body><p>Not available.</p></body></html>

        """);

    public static Html Content(Texts texts, AgentRefusal refusal) => PageLayout.MainElement(Html.Of($"""
        <div class="picture">{Drawings.Stopped}</div>
        <h1>{texts.Refusals[refusal].Heading}</h1>
        <p class="lead">{texts.Refusals[refusal].Explanation}</p>
        {EndPage.Code(texts, refusal.Code())}
        """));
}
