namespace EidAuth.AspNetCore;

/// <summary>One key of <see cref="BelgianEidOptions.PseudonymKeys"/>.</summary>
public sealed class BelgianEidPseudonymKey
{
    /// <summary>The key's name, 1 to 32 letters, digits, <c>-</c> or <c>_</c>; it stands beside each account it made a subject for.</summary>
    public string? Id { get; set; }

    /// <summary>Base64 of 32 random bytes. This or <see cref="File"/>.</summary>
    public string? Key { get; set; }

    /// <summary>A file with the key in base64, readable by the site alone.</summary>
    public string? File { get; set; }
}
