namespace EidAuth.Login;

/// <summary>A login whose certificate, path, signature and revocation all held. Only <see cref="PendingLogin.Complete"/> makes one.</summary>
public sealed class VerifiedLogin
{
    internal VerifiedLogin(string nationalNumber, string? givenName, string? surname, DateTimeOffset provenAt, bool testTrust)
    {
        (NationalNumber, GivenName, Surname, ProvenAt, TestTrust) = (nationalNumber, givenName, surname, provenAt, testTrust);
    }

    /// <summary>11 digits. Personal data by law: goes into the pseudonym, and into a claim only by a named option.</summary>
    public string NationalNumber { get; }

    /// <summary>Given names of the certificate's subject, or null.</summary>
    public string? GivenName { get; }

    /// <summary>Surname of the certificate's subject, or null.</summary>
    public string? Surname { get; }

    /// <summary>The verifier's time.</summary>
    public DateTimeOffset ProvenAt { get; }

    /// <summary>The path ended in a test anchor.</summary>
    public bool TestTrust { get; }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(VerifiedLogin);
}
