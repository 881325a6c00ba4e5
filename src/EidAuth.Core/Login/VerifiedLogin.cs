namespace EidAuth.Login;

/// <summary>A login whose certificate, path, signature and revocation all held. Only <see cref="PendingLogin.Complete"/> makes one.</summary>
public sealed class VerifiedLogin
{
    internal VerifiedLogin(ProvenHolder holder, DateTimeOffset provenAt, DateTimeOffset producedAt, bool testTrust)
    {
        NationalNumber = holder.Number.Digits;
        (GivenName, Surname, HasUnlistedPolicy) = (holder.GivenName, holder.Surname, holder.HasUnlistedPolicy);
        (ProvenAt, ProducedAt, TestTrust) = (provenAt, producedAt, testTrust);
    }

    /// <summary>11 digits. Personal data by law: goes into the pseudonym, and into a claim only by a named option.</summary>
    public string NationalNumber { get; }

    /// <summary>Given names of the certificate's subject, or null. Control and direction characters stand as U+FFFD.</summary>
    public string? GivenName { get; }

    /// <summary>Surname of the certificate's subject, or null. Control and direction characters stand as U+FFFD.</summary>
    public string? Surname { get; }

    /// <summary>The verifier's time.</summary>
    public DateTimeOffset ProvenAt { get; }

    /// <summary>When the responder signed its answer about the holder, by its own clock: far from <see cref="ProvenAt"/> means that a clock is wrong.</summary>
    public DateTimeOffset ProducedAt { get; }

    /// <summary>The path ended in a test anchor.</summary>
    public bool TestTrust { get; }

    /// <summary>The certificate policy is not on the list but in an arc where one is expected (Root CA6 only): worth a line in the log.</summary>
    public bool HasUnlistedPolicy { get; }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(VerifiedLogin);
}
