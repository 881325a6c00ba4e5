using System.Text.Json;

namespace EidAgent.Sites;

/// <summary>What an address resembles, and why.</summary>
/// <param name="Kind">Why.</param>
/// <param name="IsStrong">It resembles so much that a person has to say twice that it is meant.</param>
/// <param name="Resembles">The known site's origin, or a name in Latin letters; null where it resembles nothing in particular.</param>
internal sealed record LookAlike(LookAlikeKind Kind, bool IsStrong, string? Resembles)
{
    /// <summary>The stable code: the kind in snake_case.</summary>
    public string Code => JsonNamingPolicy.SnakeCaseLower.ConvertName(Kind.ToString());
}
