namespace TownSite.Counter.Forms;

/// <summary>What happens with a request.</summary>
internal enum Handling
{
    /// <summary>Ready at once for who asks for themselves, by card, and lives here; for all others an officer decides.</summary>
    AtOnce,

    /// <summary>An officer decides.</summary>
    Officer,
}
