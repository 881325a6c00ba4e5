using System.Globalization;

namespace TownSite.Texts;

/// <summary>What mails say.</summary>
internal sealed partial record MailTexts
{
    /// <summary>nl, fr, de or en.</summary>
    public required string Tag { get; init; }

    public required string Greeting { get; init; }

    public required string StateSubject { get; init; }

    public required string StateBody { get; init; }

    public required string StateRead { get; init; }

    public required string AddressSubject { get; init; }

    public required string AddressBody { get; init; }

    public required string LinkedSubject { get; init; }

    public required string LinkedBody { get; init; }

    public required string UnlinkedSubject { get; init; }

    public required string UnlinkedBody { get; init; }

    public required string NotYou { get; init; }

    public required string Closing { get; init; }

    /// <summary>All four, the town's own languages first.</summary>
    public static IReadOnlyList<MailTexts> All { get; } = [Dutch(), French(), German(), English()];

    /// <summary>English for a language the site does not speak.</summary>
    public static MailTexts In(CultureInfo culture) => All.FirstOrDefault(texts => texts.Tag == culture.TwoLetterISOLanguageName) ?? All[^1];
}
