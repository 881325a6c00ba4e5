namespace EidAuth.Simulator.Cards;

/// <summary>Where a citizen's card lies on the table.</summary>
public enum CitizenGroup
{
    /// <summary>Cards that simply work.</summary>
    Usual,

    /// <summary>Older generations and what is left of them.</summary>
    Generations,

    /// <summary>Names and dates that programs stumble over.</summary>
    Names,

    /// <summary>Other documents than the citizen's card.</summary>
    Documents,

    /// <summary>PIN blocked or nearly, card not activated.</summary>
    Pin,

    /// <summary>Certificates that are no longer good, or missing.</summary>
    Certificates,

    /// <summary>Data that the National Register did not sign so.</summary>
    Forged,
}
