using System.Net;
using System.Text.RegularExpressions;

namespace EidAuth.UnitTests.Agent;

/// <summary>An answer of the agent, read with as little knowledge of its markup as will do.</summary>
internal sealed partial record AgentPage(string Address, HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Html)
{
    public string? Location => Headers.GetValueOrDefault("Location");

    /// <summary>The refusal's or ending's code, as a helpdesk would be told it.</summary>
    public string? Code => Value(CodeElement());

    /// <summary>Which step the page shows, by its name.</summary>
    public string? Step => Value(StepAttribute());

    /// <summary>How the login ended, by its code.</summary>
    public string? Ending => Value(EndingAttribute());

    /// <summary>The page submits its form by itself where there is script.</summary>
    public bool GoesBackAtOnce => Html.Contains(" data-at-once>", StringComparison.Ordinal);

    public int Version => int.Parse(Value(VersionAttribute())!, System.Globalization.CultureInfo.InvariantCulture);

    public string? ChangesAt => Value(ChangesAttribute());

    /// <summary>The login's own address, from any of its pages.</summary>
    public string LoginAt => ChangesAt?.Replace("/changes", "", StringComparison.Ordinal) ?? Address;

    /// <summary>The page's text without its markup.</summary>
    public string Text => WebUtility.HtmlDecode(Markup().Replace(StyleOrScript().Replace(Html, ""), " "));

    /// <summary>The form whose button has that id.</summary>
    public AgentForm Form(string button) => FindForm(button) ?? throw new InvalidOperationException($"No form with a button {button} on: {Text}");

    public AgentForm? FindForm(string button) => FormElement().Matches(Html)
        .Where(match => match.Value.Contains($"<button id=\"{button}\"", StringComparison.Ordinal))
        .Select(match => new AgentForm(
            WebUtility.HtmlDecode(ActionAttribute().Match(match.Value).Groups[1].Value),
            InputElement().Matches(match.Value).ToDictionary(input => input.Groups[1].Value, input => WebUtility.HtmlDecode(input.Groups[2].Value))))
        .FirstOrDefault();

    private string? Value(Regex pattern) => pattern.Match(Html) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<code>([^<]*)</code>")]
    private static partial Regex CodeElement();

    [GeneratedRegex("data-step=\"([^\"]*)\"")]
    private static partial Regex StepAttribute();

    [GeneratedRegex("data-ending=\"([^\"]*)\"")]
    private static partial Regex EndingAttribute();

    [GeneratedRegex("data-version=\"([^\"]*)\"")]
    private static partial Regex VersionAttribute();

    [GeneratedRegex("data-changes=\"([^\"]*)\"")]
    private static partial Regex ChangesAttribute();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormElement();

    [GeneratedRegex("action=\"([^\"]*)\"")]
    private static partial Regex ActionAttribute();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex InputElement();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex("<(style|script).*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex StyleOrScript();
}
