namespace TownSite.Counter.Forms;

/// <summary>One of the answers of a choice.</summary>
internal sealed record FormChoice
{
    /// <summary>What is kept: small letters, digits, hyphens.</summary>
    public required string Value { get; init; }

    public required LocalText Label { get; init; }
}
