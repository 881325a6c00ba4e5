using System.Globalization;

namespace TownSite.Counter.Forms;

/// <summary>One text in the town's four languages. All four, or the file does not count.</summary>
internal sealed record LocalText
{
    public required string Nl { get; init; }

    public required string Fr { get; init; }

    public required string De { get; init; }

    public required string En { get; init; }

    /// <summary>In that language; English for one the site does not speak.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "nl" => Nl,
        "fr" => Fr,
        "de" => De,
        _ => En,
    };

    /// <summary>In the language of the request.</summary>
    public string Here => In(CultureInfo.CurrentUICulture);
}
