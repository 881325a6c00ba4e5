namespace TownSite.Counter.Forms;

/// <summary>Whether somebody who asks for themselves must live here.</summary>
internal enum Residents
{
    /// <summary>No; but at once only for who does.</summary>
    Any,

    /// <summary>Yes, by the address of the card.</summary>
    Only,
}
