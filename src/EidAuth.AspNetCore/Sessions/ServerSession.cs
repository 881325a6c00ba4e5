namespace EidAuth.AspNetCore;

/// <summary>One session as the site may show it to its account: everything but the key, which the browser's cookie alone has.</summary>
public sealed record ServerSession
{
    /// <summary>Its public name, 22 characters of base64url: it can be shown and posted, and opens nothing.</summary>
    public required string Id { get; init; }

    /// <summary>The cookie scheme it belongs to.</summary>
    public required string Scheme { get; init; }

    /// <summary>Whose it is, ClaimTypes.NameIdentifier of its principal; null when that has none.</summary>
    public string? Account { get; init; }

    /// <summary>When the person logged in.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>When it was last used, up to a minute behind.</summary>
    public required DateTimeOffset LastSeenAt { get; init; }

    /// <summary>When it ends if it is not used again; at the latest <see cref="EndsAt"/>.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it ends however often it is used.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>How the person logged in: the <c>amr</c> claims (RFC 8176), for example <c>pwd</c>, or <c>sc</c> and <c>pin</c>.</summary>
    public IReadOnlyList<string> How { get; init; } = [];

    /// <summary>SHA-256, base64url, of what the agent sends when the card leaves; null: it outlives the card in the reader.</summary>
    public string? EndHash { get; init; }

    /// <summary>Says nothing of account or session.</summary>
    public override string ToString() => nameof(ServerSession);
}
