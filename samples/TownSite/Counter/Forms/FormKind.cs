namespace TownSite.Counter.Forms;

/// <summary>What a form is for.</summary>
internal enum FormKind
{
    /// <summary>A document about a person.</summary>
    Certificate,

    /// <summary>Something in the street that needs the town.</summary>
    Report,
}
