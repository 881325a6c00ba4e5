using EidAgent.Pages;

namespace EidAgent.Ports;

/// <summary>
/// A page for somebody whose own agent does not answer: one situation in four languages, no script, no form, no link, nothing of any user. The first language heads the page; the others follow
/// in the same words.
/// </summary>
internal static class SituationPage
{
    /// <summary>The document.</summary>
    /// <param name="first">The language that comes first.</param>
    /// <param name="situation">Which of the texts.</param>
    /// <param name="code">The stable code at its foot.</param>
    /// <param name="style">The style element.</param>
    public static Html Document(UiLanguage first, Func<PortTexts, SituationText> situation, string code, Html style)
    {
        PortTexts[] texts = [.. PortTexts.All.OrderByDescending(text => text.Language == first)];
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="{first.Code()}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>{situation(texts[0]).Heading}</title>
            <link rel="icon" href="{Drawings.Icon}">
            {style}
            </head>
            <body>
            <header class="top"><span class="brand">{Drawings.Mark}{texts[0].ProgramName}</span></header>
            <main id="main">
            <div class="picture">{Drawings.Stopped}</div>
            <h1>{situation(texts[0]).Heading}</h1>
            {Words(situation(texts[0]))}
            {Html.Join(texts.Skip(1).Select(text => Html.Of($"""<section class="next" lang="{text.Language.Code()}"><h2>{situation(text).Heading}</h2>{Words(situation(text))}</section>""")))}
            <p class="code">{texts[0].CodeLabel} <code>{code}</code></p>
            </main>
            </body>
            </html>

            """);
    }

    private static Html Words(SituationText text) => Html.Of($"""<p>{text.Explanation}</p><p><strong>{text.Remedy}</strong></p><p>{text.Otherwise}</p>""");
}
