namespace TownSite.Counter.Forms;

/// <summary>For whom somebody may ask.</summary>
internal enum Asker
{
    Self,

    /// <summary>For another person, who is named with the reason.</summary>
    Other,
}
