namespace EidAuth.AspNetCore.Revocation;

/// <summary>What came of fetching a revocation list.</summary>
/// <param name="NextUpdate">When the CA promised the next one; null when no list was taken.</param>
internal sealed record ListFetch(DateTimeOffset? NextUpdate)
{
    /// <summary>No list.</summary>
    public static ListFetch Failed { get; } = new((DateTimeOffset?)null);
}
