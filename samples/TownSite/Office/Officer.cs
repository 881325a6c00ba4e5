namespace TownSite.Office;

/// <summary>Who works in the back office just now.</summary>
internal sealed record Officer(string Id, string Name)
{
    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => nameof(Officer);
}
