namespace TownSite.Counter.Requests;

/// <summary>Where somebody lives, as far as it is proven.</summary>
internal enum Residency
{
    /// <summary>Nothing proves an address.</summary>
    Unproven,

    /// <summary>In one of the town's postal codes.</summary>
    Here,

    Elsewhere,
}
