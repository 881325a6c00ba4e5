using System.Globalization;

namespace TownSite.Texts;

/// <summary>The places of the site: what menus call them.</summary>
internal sealed partial record PlacesTexts
{
    /// <summary>nl, fr, de or en.</summary>
    public required string Tag { get; init; }

    public required string MyPages { get; init; }

    public required string Overview { get; init; }

    public required string Profile { get; init; }

    public required string Security { get; init; }

    public required string Requests { get; init; }

    public required string ProfileLead { get; init; }

    public required string SecurityLead { get; init; }

    public required string RequestsLead { get; init; }

    public required string LastLogin { get; init; }

    public required string FirstLogin { get; init; }

    public required string ByCard { get; init; }

    public required string ByPassword { get; init; }

    public required string NotYou { get; init; }

    /// <summary>All four, the town's own languages first.</summary>
    public static IReadOnlyList<PlacesTexts> All { get; } = [Dutch(), French(), German(), English()];

    /// <summary>English for a language the site does not speak.</summary>
    public static PlacesTexts In(CultureInfo culture) => All.FirstOrDefault(texts => texts.Tag == culture.TwoLetterISOLanguageName) ?? All[^1];
}
