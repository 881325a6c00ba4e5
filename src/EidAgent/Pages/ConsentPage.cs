using EidAgent.Logins;

namespace EidAgent.Pages;

/// <summary>Who asks, what will happen, yes or no. While another login uses the reader it says so instead, and goes on by itself.</summary>
internal static class ConsentPage
{
    // The ticks stand outside of it and belong to it by name: no script is needed for that.
    private const string ConsentForm = "agree";

    public static Html Content(Texts texts, LoginAttempt attempt, CardUse? busyWith, int version)
    {
        var origin = attempt.Request.ReturnTo.Origin;
        var at = LoginPaths.Of(attempt.Id);
        var content = Html.Of($"""
            <h1>{texts.Consent.Heading}</h1>
            <p class="lead">{texts.Consent.Explanation}</p>
            <p class="asker">{PageLayout.Address(origin)}</p>
            {ReadsAs(texts, origin.Value, origin.DisplayHost)}
            <p>{texts.CheckAddress}</p>
            {(busyWith is null ? Html.None : Busy(texts, busyWith))}
            {Fields(texts, attempt.Request.Fields)}
            {(attempt.Request.End is null ? Html.None : Html.Of($"""<p class="note" id="ends-with-card">{texts.EndsWithCard}</p>"""))}
            <div class="actions">
            {(busyWith is null
                ? PageLayout.Button(at + LoginPaths.Continue, attempt.PageToken, "continue", texts.Continue, "main", ConsentForm)
                : PageLayout.Button(at + LoginPaths.StopOther, attempt.PageToken, "stop-other", busyWith is LoginAttempt ? texts.BusyStop : PinPageTexts.In(texts.Language).BusyStop, "plain"))}
            {PageLayout.Button(at + LoginPaths.Cancel, attempt.PageToken, "cancel", texts.Cancel, "plain")}
            </div>
            <section class="next" aria-labelledby="next"><h2 id="next">{texts.NextHeading}</h2>
            <ol>{Html.Join(texts.Next.Select(step => Html.Of($"<li>{step}</li>")))}</ol></section>
            """);
        return PageLayout.MainElement(content, at + LoginPaths.Changes, version);
    }

    private static Html ReadsAs(Texts texts, string origin, string displayHost) => origin.Contains(displayHost, StringComparison.Ordinal)
        ? Html.None
        : Html.Of($"""<p class="note">{texts.ReadsAs} <bdi dir="ltr" class="reads-as">{displayHost}</bdi></p>""");

    private static Html Busy(Texts texts, CardUse other) => Html.Of($"""
        <section class="note warning" aria-labelledby="busy" data-code="login_under_way"><h2 id="busy">{(other is LoginAttempt ? texts.Busy.Heading : PinPageTexts.In(texts.Language).Busy.Heading)}</h2>
        {(other is LoginAttempt login
            ? Html.Of($"<p>{PageLayout.Address(login.Request.ReturnTo.Origin)}</p><p>{texts.Busy.Explanation}</p>")
            : Html.Of($"<p>{PinPageTexts.In(texts.Language).BusyForLogin}</p>"))}</section>
        """);

    // Nothing is ticked beforehand: what is given is what somebody chose to give.
    private static Html Fields(Texts texts, IReadOnlyList<string> fields) => fields.Count == 0 ? Html.None : Html.Of($"""
        <fieldset class="choice"><legend>{texts.FieldsHeading}</legend>
        {Html.Join(fields.Select(field => Choice(texts, field)))}
        <p>{texts.FieldsChoice}</p></fieldset>
        """);

    private static Html Choice(Texts texts, string field) => Html.Of($"""
        <p><label for="give-{field}"><input type="checkbox" id="give-{field}" form="{ConsentForm}" name="{field}" value="yes">{texts.Fields[field]}</label></p>
        """);
}
