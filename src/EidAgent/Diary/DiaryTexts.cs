using EidAgent.Pages;

namespace EidAgent.Diary;

/// <summary>What is said of the diary in one language. A language is complete or does not compile; a missing row fails a test.</summary>
internal sealed partial record DiaryTexts
{
    public required PageText Page { get; init; }

    public required string IsOn { get; init; }

    public required string IsOff { get; init; }

    public required string Empty { get; init; }

    public required string Asked { get; init; }

    public required string Outcome { get; init; }

    public required string Given { get; init; }

    public required string Nothing { get; init; }

    public required IReadOnlyDictionary<DiaryPurpose, string> Purposes { get; init; }

    public required IReadOnlyDictionary<DiaryOutcome, string> Outcomes { get; init; }

    /// <summary>By the names of fields.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    public required string Pages { get; init; }

    /// <summary>{0}: this page, {1}: how many there are.</summary>
    public required string PageOf { get; init; }

    public required string Newer { get; init; }

    public required string Older { get; init; }

    public required string TakeAway { get; init; }

    public required string ExportJson { get; init; }

    public required string ExportCsv { get; init; }

    public required string Settings { get; init; }

    public required string SwitchOn { get; init; }

    public required string SwitchOff { get; init; }

    public required string Erase { get; init; }

    public required string EraseConfirm { get; init; }

    /// <summary>The tick was missing.</summary>
    public required string EraseNotConfirmed { get; init; }

    /// <summary>On the command line, when it is done.</summary>
    public required string Erased { get; init; }

    public static DiaryTexts In(UiLanguage language) => language switch
    {
        UiLanguage.Dutch => Dutch,
        UiLanguage.French => French,
        UiLanguage.German => German,
        _ => English,
    };

    /// <summary>Names of fields, in words, one after the other.</summary>
    public string Say(IReadOnlyList<string> fields) => fields.Count == 0 ? Nothing : string.Join(", ", fields.Select(field => Fields[field]));
}
