namespace TownSite.Data;

/// <summary>Who says so.</summary>
public enum ProfileSource
{
    /// <summary>The person, by typing it.</summary>
    Typed,

    /// <summary>The certificate of a proven card.</summary>
    Certificate,

    /// <summary>A file of the card that the National Register signed. It says who wrote it, not that it is the latest.</summary>
    NationalRegisterSignature,
}
