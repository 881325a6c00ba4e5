namespace EidAuth.AspNetCore;

/// <summary>The login part's texts in its four languages.</summary>
public sealed record EidLoginLanguages
{
    /// <summary>Those of this package.</summary>
    public static EidLoginLanguages Default { get; } = new()
    {
        Dutch = EidLoginTexts.Dutch,
        French = EidLoginTexts.French,
        German = EidLoginTexts.German,
        English = EidLoginTexts.English,
    };

    /// <summary>nl.</summary>
    public required EidLoginTexts Dutch { get; init; }

    /// <summary>fr.</summary>
    public required EidLoginTexts French { get; init; }

    /// <summary>de.</summary>
    public required EidLoginTexts German { get; init; }

    /// <summary>en, also for every language that is none of the four.</summary>
    public required EidLoginTexts English { get; init; }

    internal EidLoginTexts In(string? tag) => tag switch
    {
        "nl" => Dutch,
        "fr" => French,
        "de" => German,
        _ => English,
    };
}
