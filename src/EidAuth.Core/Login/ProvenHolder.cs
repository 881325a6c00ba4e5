namespace EidAuth.Login;

/// <summary>What a proven certificate says, while revocation is still to be asked.</summary>
internal sealed class ProvenHolder(
    NationalNumber number,
    string? givenName,
    string? surname,
    DateTimeOffset notBefore,
    DateTimeOffset notAfter,
    bool hasUnlistedPolicy)
{
    public NationalNumber Number { get; } = number;

    public string? GivenName { get; } = givenName;

    public string? Surname { get; } = surname;

    public DateTimeOffset NotBefore { get; } = notBefore;

    public DateTimeOffset NotAfter { get; } = notAfter;

    public bool HasUnlistedPolicy { get; } = hasUnlistedPolicy;
}
