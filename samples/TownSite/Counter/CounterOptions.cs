namespace TownSite.Counter;

/// <summary>What of the section <c>Town</c> the counter reads.</summary>
internal sealed class CounterOptions
{
    /// <summary>The folder of the forms; a relative one lies beside the site.</summary>
    public string FormsFolder { get; set; } = "Forms";

    /// <summary>What the card proved longer ago than this no longer decides, and no certificate states it.</summary>
    public int ProvenDataDays { get; set; } = 30;

    /// <summary>So many requests may one account send in a day.</summary>
    public int MostRequestsPerDay { get; set; } = 30;
}
