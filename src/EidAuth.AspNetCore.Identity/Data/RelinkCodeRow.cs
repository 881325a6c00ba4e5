namespace EidAuth.AspNetCore.Identity.Data;

/// <summary>The one code of an account that counts. Its first characters find the row, the others are kept as a hash.</summary>
internal sealed class RelinkCodeRow
{
    public required string UserId { get; init; }

    public required string Selector { get; set; }

    /// <summary>SHA-256 of the whole code, base64url.</summary>
    public required string Hash { get; set; }

    public required string Scheme { get; set; }

    public required string OfficerId { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public required int TriesLeft { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}
