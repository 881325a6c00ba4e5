namespace EidAuth.AspNetCore;

/// <summary>The pseudonym of one person at this site under one key.</summary>
/// <param name="KeyId">The key's name, <see cref="BelgianEidOptions.PseudonymKeys"/>.</param>
/// <param name="Value">43 characters of base64url.</param>
public sealed record EidSubject(string KeyId, string Value)
{
    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => nameof(EidSubject);
}
