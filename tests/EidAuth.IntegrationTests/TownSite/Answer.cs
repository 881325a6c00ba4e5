using System.Net;
using System.Text.RegularExpressions;

namespace EidAuth.IntegrationTests.TownSite;

/// <summary>What the site answered.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Location, string Html, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The text of the element with that id, decoded, without markup; null when there is none.</summary>
    public string? Text(string id) =>
        Regex.Match(Html, $"""<(?<name>\w+)[^>]* id="{id}"[^>]*>(?<inside>.*?)</\k<name>>""", RegexOptions.Singleline) is { Success: true } element
            ? WebUtility.HtmlDecode(Regex.Replace(element.Groups["inside"].Value, "<[^>]*>", "")).Trim()
            : null;

    /// <summary>The whole page as a person reads it.</summary>
    public string Plain => WebUtility.HtmlDecode(Html);
}
