namespace TownSite.Counter.Forms;

/// <summary>How surely the town must know who asks.</summary>
internal enum AssuranceLevel
{
    /// <summary>Logged in, by either way.</summary>
    Password,

    /// <summary>Proven with the eID card, not longer ago than the form says.</summary>
    Card,
}
