namespace EidAuth.Login;

/// <summary>What a proven certificate says, while revocation is still to be asked.</summary>
/// <param name="number">The national number's digits.</param>
/// <param name="givenName">To be read by people, or null.</param>
/// <param name="surname">To be read by people, or null.</param>
/// <param name="hasUnlistedPolicy">Its policy is in an open arc alone.</param>
/// <param name="isTest">It was proven with test anchors.</param>
internal sealed class ProvenHolder(string number, string? givenName, string? surname, bool hasUnlistedPolicy, bool isTest)
{
    public string Number { get; } = number;

    public string? GivenName { get; } = givenName;

    public string? Surname { get; } = surname;

    public bool HasUnlistedPolicy { get; } = hasUnlistedPolicy;

    public bool IsTest { get; } = isTest;
}
