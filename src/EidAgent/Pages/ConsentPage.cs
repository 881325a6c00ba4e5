using EidAgent.Data;
using EidAgent.Logins;
using EidAgent.Sites;

namespace EidAgent.Pages;

/// <summary>
/// Who asks, whether that is somebody new or somebody else than it seems, what will leave the card; then yes or no. While another login uses the reader it says so instead, and goes on
/// by itself.
/// </summary>
internal static class ConsentPage
{
    // The ticks stand outside of it and belong to it by name: no script is needed for that.
    private const string ConsentForm = "agree";

    public static Html Content(Texts texts, LoginAttempt attempt, CardUse? busyWith, int version, TimeZoneInfo zone)
    {
        var origin = attempt.Request.ReturnTo.Origin;
        var at = LoginPaths.Of(attempt.Id);
        var sites = SiteTexts.In(texts.Language);
        var acquaintance = attempt.Consent.Acquaintance;
        var content = Html.Of($"""
            <h1>{texts.Consent.Heading}</h1>
            {Remark(sites, attempt.Consent.Remark)}
            <p class="lead">{texts.Consent.Explanation}</p>
            <p class="asker">{PageLayout.Address(origin)}</p>
            {ReadsAs(texts, origin.Value, origin.DisplayHost)}
            {LookAlikeNote.Of(sites, attempt)}
            <p id="before">{sites.SayBefore(acquaintance, zone)}</p>
            <p>{texts.CheckAddress}</p>
            {(busyWith is null ? Html.None : Busy(texts, busyWith))}
            {Leaves(sites, attempt)}
            {Fields(texts, attempt.Request.Fields)}
            {(attempt.Request.End is null ? Html.None : Html.Of($"""<p class="note" id="ends-with-card">{texts.EndsWithCard}</p>"""))}
            {FaultNote.NotKept(texts.Language, attempt.Trace.NotKept)}
            {(acquaintance.AsksTwice && busyWith is null ? Confirm(sites) : Html.None)}
            <div class="actions">
            {Actions(texts, attempt, busyWith, at)}
            {PageLayout.Button(at + LoginPaths.Block, attempt.PageToken, "block", sites.Block, "plain")}
            </div>
            <section class="next" aria-labelledby="next"><h2 id="next">{texts.NextHeading}</h2>
            <ol>{Html.Join(texts.Next.Select(step => Html.Of($"<li>{step}</li>")))}</ol></section>
            """);
        return PageLayout.MainElement(content, at + LoginPaths.Changes, version);
    }

    // Beside a strong look-alike the way out comes first, also for the keyboard.
    private static Html Actions(Texts texts, LoginAttempt attempt, CardUse? busyWith, string at)
    {
        var twice = attempt.Consent.Acquaintance.AsksTwice;
        var cancel = PageLayout.Button(at + LoginPaths.Cancel, attempt.PageToken, "cancel", texts.Cancel, twice ? "main" : "plain");
        var proceed = busyWith is null
            ? PageLayout.Button(at + LoginPaths.Continue, attempt.PageToken, "continue", texts.Continue, twice ? "plain" : "main", ConsentForm)
            : PageLayout.Button(at + LoginPaths.StopOther, attempt.PageToken, "stop-other", busyWith is LoginAttempt ? texts.BusyStop : PinPageTexts.In(texts.Language).BusyStop, "plain");
        return twice ? Html.Join([cancel, proceed]) : Html.Join([proceed, cancel]);
    }

    private static Html Remark(SiteTexts sites, ConsentRemark remark) => remark == ConsentRemark.None ? Html.None : Html.Of($"""
        <p class="note warning" role="alert" id="consent-remark">{sites.Remarks[remark]} <code>{ConsentState.Code(remark)}</code></p>
        """);

    private static Html ReadsAs(Texts texts, string origin, string displayHost) => origin.Contains(displayHost, StringComparison.Ordinal)
        ? Html.None
        : Html.Of($"""<p class="note">{texts.ReadsAs} <bdi dir="ltr" class="reads-as">{displayHost}</bdi></p>""");

    private static Html Busy(Texts texts, CardUse other) => Html.Of($"""
        <section class="note warning" aria-labelledby="busy" data-code="login_under_way"><h2 id="busy">{(other is LoginAttempt ? texts.Busy.Heading : PinPageTexts.In(texts.Language).Busy.Heading)}</h2>
        {(other is LoginAttempt login
            ? Html.Of($"<p>{PageLayout.Address(login.Request.ReturnTo.Origin)}</p><p>{texts.Busy.Explanation}</p>")
            : Html.Of($"<p>{PinPageTexts.In(texts.Language).BusyForLogin}</p>"))}</section>
        """);

    private static Html Leaves(SiteTexts sites, LoginAttempt attempt) => Html.Of($"""
        <section class="leaves" aria-labelledby="leaves"><h2 id="leaves">{sites.LeavesHeading}</h2>
        <ul><li>{sites.Certificate}</li>{(attempt.Request.Fields.Count == 0 ? Html.None : Html.Of($"<li>{sites.AskedFields}</li>"))}</ul></section>
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

    private static Html Confirm(SiteTexts sites) => Html.Of($"""
        <p class="choice"><label for="sure"><input type="checkbox" id="sure" form="{ConsentForm}" name="sure" value="yes" required>{sites.Confirm}</label></p>
        """);
}
