namespace TownSite.Counter.Forms;

/// <summary>What can be filled in, and how it looks on the page.</summary>
internal enum FieldKind
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Several lines.</summary>
    LongText,

    /// <summary>A day.</summary>
    Date,

    /// <summary>One of several.</summary>
    Choice,

    /// <summary>Where something is: street and number, or the nearest.</summary>
    Place,

    /// <summary>A whole number.</summary>
    Number,
}
