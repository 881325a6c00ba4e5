using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace Demo.Smoke;

/// <summary>One page as the smoke run sees it.</summary>
internal sealed partial record Page(Uri Address, HttpStatusCode Status, string Html)
{
    /// <summary>The form that goes to an address ending like that, or null.</summary>
    public HtmlForm? FormTo(string pathEnd) =>
        FormElement().Matches(Html).Select(Form).FirstOrDefault(form => form.Action.AbsolutePath.EndsWith(pathEnd, StringComparison.Ordinal));

    /// <summary>A parameter of the page's own address, or null.</summary>
    public string? Query(string name) => QueryHelpers.ParseQuery(Address.Query).TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>The address of the link with that id, or null.</summary>
    public Uri? Link(string id) =>
        AnchorElement().Matches(Html).Select(match => match.Groups["attributes"].Value)
            .Where(attributes => Attribute(attributes, "id") == id)
            .Select(attributes => new Uri(Address, Attribute(attributes, "href")))
            .FirstOrDefault();

    private HtmlForm Form(Match form)
    {
        var fields = InputElement().Matches(form.Groups["body"].Value)
            .Select(match => match.Groups["attributes"].Value)
            .Where(attributes => Attribute(attributes, "name") is not null)
            .Select(attributes => KeyValuePair.Create(Attribute(attributes, "name")!, Attribute(attributes, "value") ?? ""))
            .ToList();
        return new HtmlForm(new Uri(Address, Attribute(form.Groups["attributes"].Value, "action") ?? ""), fields);
    }

    private static string? Attribute(string attributes, string name)
    {
        var match = Regex.Match(attributes, $"""(?:^|\s){name}\s*=\s*"(?<value>[^"]*)" """.TrimEnd());
        return match.Success ? WebUtility.HtmlDecode(match.Groups["value"].Value) : null;
    }

    [GeneratedRegex("""<form\b(?<attributes>[^>]*)>(?<body>.*?)</form>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex FormElement();

    [GeneratedRegex("""<(?:input|button)\b(?<attributes>[^>]*)>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex InputElement();

    [GeneratedRegex("""<a\b(?<attributes>[^>]*)>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex AnchorElement();
}
