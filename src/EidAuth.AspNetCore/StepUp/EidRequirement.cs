using Microsoft.AspNetCore.Authorization;

namespace EidAuth.AspNetCore;

/// <summary>
/// Asks for a login with the eID card, not older than some time. It is satisfied by the claims <see cref="BelgianEidClaimTypes.ProvenAt"/> and
/// <see cref="BelgianEidClaimTypes.Revocation"/> of one identity, issued by the eID scheme or by the site itself.
/// </summary>
public sealed class EidRequirement : IAuthorizationRequirement
{
    /// <summary>Makes one.</summary>
    /// <param name="maxAge">How old the card login may be; null: any of this session.</param>
    public EidRequirement(TimeSpan? maxAge = null)
    {
        if (maxAge < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(maxAge), "A card login cannot be younger than now.");
        }

        MaxAge = maxAge;
    }

    private EidRequirement(EidRequirement other, IReadOnlyList<EidAlternative> alternatives) =>
        (MaxAge, AllowGrace, Alternatives) = (other.MaxAge, other.AllowGrace, alternatives);

    /// <summary>How old the card login may be; null: any of this session.</summary>
    public TimeSpan? MaxAge { get; }

    /// <summary>Whether a login counts of which nobody could say that the card is not revoked (<see cref="BelgianEidRevocation.GraceTime"/>).</summary>
    public bool AllowGrace { get; init; }

    /// <summary>Other schemes that count; none without a word of the site.</summary>
    public IReadOnlyList<EidAlternative> Alternatives { get; } = [];

    /// <summary>The same, satisfied also by a login of another remote scheme whose <c>acr</c> is one of these, not older than <see cref="MaxAge"/> by its <c>auth_time</c>.</summary>
    /// <param name="scheme">The scheme's name.</param>
    /// <param name="acr">At least one value.</param>
    public EidRequirement AlsoAccept(string scheme, params string[] acr)
    {
        ArgumentException.ThrowIfNullOrEmpty(scheme);
        ArgumentNullException.ThrowIfNull(acr);
        if (acr.Length == 0 || acr.Any(string.IsNullOrEmpty))
        {
            throw new ArgumentException("Say which acr values of the other scheme are enough.", nameof(acr));
        }

        return new EidRequirement(this, [.. Alternatives, new EidAlternative(scheme, acr)]);
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(EidRequirement);
}
