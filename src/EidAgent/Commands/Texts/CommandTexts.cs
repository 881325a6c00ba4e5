using EidAgent.Pages;

namespace EidAgent.Commands.Texts;

/// <summary>Everything the commands say to a person, in one language. A missing member does not compile; a missing table row fails a test.</summary>
internal sealed record CommandTexts
{
    /// <summary>Stands before everything when test anchors are named.</summary>
    public required string TestTrust { get; init; }

    public required string Surname { get; init; }

    public required string GivenNames { get; init; }

    public required string NationalNumber { get; init; }

    public required string BirthDate { get; init; }

    public required string BirthPlace { get; init; }

    public required string Sex { get; init; }

    public required string Male { get; init; }

    public required string Female { get; init; }

    public required string Nationality { get; init; }

    public required string NobleCondition { get; init; }

    public required string Street { get; init; }

    public required string Municipality { get; init; }

    public required string DocumentType { get; init; }

    public required string Citizen { get; init; }

    public required string CardNumber { get; init; }

    public required string ValidFrom { get; init; }

    public required string ValidUntil { get; init; }

    /// <summary>Follows the date.</summary>
    public required string Expired { get; init; }

    public required string IssuedBy { get; init; }

    public required string Duplicate { get; init; }

    public required string SpecialStatus { get; init; }

    public required string SpecialOrganisation { get; init; }

    public required string MemberOfFamily { get; init; }

    public required string MemberOfFamilyValue { get; init; }

    public required string Protection { get; init; }

    public required string WorkPermit { get; init; }

    public required string Vat { get; init; }

    public required string RegionalFile { get; init; }

    public required string Brexit { get; init; }

    public required string Mentions { get; init; }

    public required string EuropeanSince { get; init; }

    /// <summary>A value that no table knows.</summary>
    public required string Unknown { get; init; }

    public required string Photo { get; init; }

    /// <summary>{0}: bytes.</summary>
    public required string PhotoBytes { get; init; }

    public required string Card { get; init; }

    /// <summary>{0}: applet.</summary>
    public required string CardValue { get; init; }

    public required string Reader { get; init; }

    public required string Genuine { get; init; }

    public required string NotAsked { get; init; }

    public required string Proven { get; init; }

    /// <summary>Codes follow.</summary>
    public required string NotProven { get; init; }

    /// <summary>Codes follow.</summary>
    public required string Remarks { get; init; }

    public required string NoReaders { get; init; }

    public required string Empty { get; init; }

    public required string Mute { get; init; }

    public required string Foreign { get; init; }

    public required string Present { get; init; }

    /// <summary>Follows a comma.</summary>
    public required string Keypad { get; init; }

    /// <summary>{0}: a code.</summary>
    public required string CannotUse { get; init; }

    public required string Watching { get; init; }

    public required string ReaderGone { get; init; }

    public required string WaitingForCard { get; init; }

    /// <summary>{0}: a number above one.</summary>
    public required string TriesLeft { get; init; }

    public required string TriesUnknown { get; init; }

    public required string LastTry { get; init; }

    /// <summary>{0}: the word that agrees.</summary>
    public required string LastTryQuestion { get; init; }

    public required string Yes { get; init; }

    public required string LastTryRefused { get; init; }

    public required string OnKeypad { get; init; }

    public required string ChangeOnKeypad { get; init; }

    public required string PinRight { get; init; }

    public required string PinChanged { get; init; }

    public required string PinWrong { get; init; }

    public required string PinLength { get; init; }

    public required string NewPinsDiffer { get; init; }

    /// <summary>{0}: a file, {1}: a count.</summary>
    public required string Recorded { get; init; }

    /// <summary>Why a command did not do what was asked.</summary>
    public required IReadOnlyDictionary<ExitCode, string> Failures { get; init; }

    /// <summary>Values of the card's tables, by type and name, for example <c>WorkPermit.Limited</c>.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    public static CommandTexts In(UiLanguage language) => language switch
    {
        UiLanguage.Dutch => DutchCommandTexts.Texts,
        UiLanguage.French => FrenchCommandTexts.Texts,
        UiLanguage.German => GermanCommandTexts.Texts,
        _ => EnglishCommandTexts.Texts,
    };
}
