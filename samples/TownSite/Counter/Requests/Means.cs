namespace TownSite.Counter.Requests;

/// <summary>By which means somebody was known when they asked.</summary>
internal enum Means
{
    Password,
    Card,
}
