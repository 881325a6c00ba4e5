using EidAgent.Gate;
using EidAgent.Logins;

namespace EidAgent.Pages;

/// <summary>Everything the pages say, in one language. A missing member does not compile; a missing table row fails a test.</summary>
internal sealed record Texts
{
    public required UiLanguage Language { get; init; }

    public required string AgentName { get; init; }

    public required string LanguageChoice { get; init; }

    public required string TestTrust { get; init; }

    public required string Footer { get; init; }

    public required string CodeLabel { get; init; }

    public required PageText Home { get; init; }

    public required PageText Consent { get; init; }

    public required string ReadsAs { get; init; }

    public required string CheckAddress { get; init; }

    public required string NextHeading { get; init; }

    public required IReadOnlyList<string> Next { get; init; }

    public required string FieldsHeading { get; init; }

    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public required string FieldsChoice { get; init; }

    /// <summary>On the consent page, where the site asked for an end on removal.</summary>
    public required string EndsWithCard { get; init; }

    /// <summary>The same, once the card is in use.</summary>
    public required string LeaveCardIn { get; init; }

    public required string Continue { get; init; }

    public required string Cancel { get; init; }

    public required PageText Busy { get; init; }

    public required string BusyStop { get; init; }

    public required string LoggingInTo { get; init; }

    public required string ProgressHeading { get; init; }

    public required IReadOnlyList<string> Stages { get; init; }

    public required string StageDone { get; init; }

    public required string StageNow { get; init; }

    public required string StageToDo { get; init; }

    public required IReadOnlyDictionary<LoginStep, PageText> Steps { get; init; }

    public required string PinWrong { get; init; }

    public required string PinLength { get; init; }

    public required string OneTryLeft { get; init; }

    /// <summary>{0} is the number.</summary>
    public required string TriesLeft { get; init; }

    public required string UseLastTry { get; init; }

    public required string AgentGone { get; init; }

    public required PageText Returning { get; init; }

    public required string BackToSite { get; init; }

    public required IReadOnlyDictionary<LoginEnding, PageText> Endings { get; init; }

    public required IReadOnlyDictionary<AgentRefusal, PageText> Refusals { get; init; }

    /// <summary>The texts of a language.</summary>
    public static Texts In(UiLanguage language) => language switch
    {
        UiLanguage.Dutch => DutchTexts.All,
        UiLanguage.French => FrenchTexts.All,
        UiLanguage.German => GermanTexts.All,
        _ => EnglishTexts.All,
    };

    /// <summary>How many tries are left, as a sentence.</summary>
    public string SayTriesLeft(int tries) =>
        tries == 1 ? OneTryLeft : TriesLeft.Replace("{0}", tries.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
