namespace TownSite.Counter.Forms;

/// <summary>The level a form asks for.</summary>
internal sealed record Assurance
{
    public required AssuranceLevel Level { get; init; }

    /// <summary>How old the card's proof may be; with <see cref="AssuranceLevel.Card"/> only.</summary>
    public int? MaxAgeMinutes { get; init; }

    /// <summary>The same as a duration; zero without a card.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public TimeSpan MaxAge => TimeSpan.FromMinutes(MaxAgeMinutes ?? 0);
}
