using EidAgent.Pages;

namespace EidAgent.Doctor.Texts;

/// <summary>Everything <c>doctor</c> says, in one language. A missing row fails a test.</summary>
internal sealed record DoctorTexts
{
    public required IReadOnlyDictionary<DoctorStatus, string> Statuses { get; init; }

    public required IReadOnlyDictionary<DoctorFinding, DoctorText> Findings { get; init; }

    /// <summary>The texts of a language.</summary>
    public static DoctorTexts In(UiLanguage language) => language switch
    {
        UiLanguage.Dutch => DutchDoctorTexts.All,
        UiLanguage.French => FrenchDoctorTexts.All,
        UiLanguage.German => GermanDoctorTexts.All,
        _ => EnglishDoctorTexts.All,
    };
}
