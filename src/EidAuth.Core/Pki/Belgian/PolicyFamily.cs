namespace EidAuth.Pki;

/// <summary>
/// The certificate policies under one root, citizens' first, then foreigners'. Judged on the end certificate alone: under roots 1 to 4 the CA's policy is another OID than the
/// holder's, so the policy tree of RFC 5280 §6.1.3 is empty on genuine paths.
/// </summary>
internal sealed class PolicyFamily
{
    public static readonly PolicyFamily Root1 = new(
        authentication: ["2.16.56.1.1.1.2.2", "2.16.56.1.1.1.7.2"],
        signature: ["2.16.56.1.1.1.2.1", "2.16.56.1.1.1.7.1"],
        nationalRegister: ["2.16.56.1.1.1.4"]);

    public static readonly PolicyFamily Root2 = new(
        authentication: ["2.16.56.9.1.1.2.2", "2.16.56.9.1.1.7.2"],
        signature: ["2.16.56.9.1.1.2.1", "2.16.56.9.1.1.7.1"],
        nationalRegister: ["2.16.56.9.1.1.4"]);

    public static readonly PolicyFamily Root3 = new(
        authentication: ["2.16.56.10.1.1.2.2", "2.16.56.10.1.1.7.2"],
        signature: ["2.16.56.10.1.1.2.1", "2.16.56.10.1.1.7.1"],
        nationalRegister: ["2.16.56.10.1.1.4"]);

    public static readonly PolicyFamily Root4 = new(
        authentication: ["2.16.56.12.1.1.2.2", "2.16.56.12.1.1.7.2"],
        signature: ["2.16.56.12.1.1.2.1", "2.16.56.12.1.1.7.1"],
        nationalRegister: ["2.16.56.12.1.1.4"]);

    /// <summary>
    /// Sources disagree: the trusted list has 2.16.56.13.6.1.1000 and .2.1000 where software in use has a digit for the use before the last. So another OID in an open arc
    /// that is not known to be another use's is accepted and reported. Key usage and purpose already tell the certificates apart.
    /// </summary>
    public static readonly PolicyFamily Root6 = new(
        authentication: ["2.16.56.13.6.1.1.1000", "2.16.56.13.6.2.1.1000"],
        signature: ["2.16.56.13.6.1.2.1000", "2.16.56.13.6.2.2.1000"],
        nationalRegister: ["2.16.56.13.6.0.1"],
        openToHolders: ["2.16.56.13.6.1", "2.16.56.13.6.2"],
        openToRegister: ["2.16.56.13.6.0"]);

    private readonly byte[][][] listed;
    private readonly byte[][][] open;

    private PolicyFamily(string[] authentication, string[] signature, string[] nationalRegister, string[]? openToHolders = null, string[]? openToRegister = null)
    {
        listed = [Encode(authentication), Encode(signature), Encode(nationalRegister)];
        open = [Encode(openToHolders), Encode(openToHolders), Encode(openToRegister)];
    }

    // 2.16.56, Belgium, and 0.4.0.194112.1, ETSI's policies for qualified certificates.
    private static ReadOnlySpan<byte> Belgium => [0x60, 0x38];

    private static ReadOnlySpan<byte> Qualified => [0x04, 0x00, 0x8B, 0xEC, 0x40, 0x01];

    /// <summary>Judges all policies of a certificate: one must be right for the use, and none may be another Belgian one.</summary>
    public PolicyVerdict Judge(CertificateExtensions extensions, CertificateUse use)
    {
        var isForSignatures = use == CertificateUse.Signature;
        if (extensions.IsForSignatures && !isForSignatures)
        {
            return PolicyVerdict.Refused;
        }

        var verdict = PolicyVerdict.Refused;
        var policies = extensions.Policies;
        var rest = policies.Start();
        while (policies.TryNext(ref rest, out var policy))
        {
            var oid = policy.Span;
            if (IsIn(listed[(int)use], oid))
            {
                verdict = PolicyVerdict.Listed;
            }
            else if (IsBelow(open[(int)use], oid) && !IsListedForAnyUse(oid))
            {
                verdict = verdict == PolicyVerdict.Listed ? verdict : PolicyVerdict.Unlisted;
            }
            else if (oid.StartsWith(Belgium) || (oid.StartsWith(Qualified) && !isForSignatures))
            {
                return PolicyVerdict.Refused;
            }
        }

        return verdict;
    }

    private static byte[][] Encode(string[]? policies) => [.. (policies ?? []).Select(Oid.Encode)];

    private bool IsListedForAnyUse(ReadOnlySpan<byte> oid)
    {
        foreach (var list in listed)
        {
            if (IsIn(list, oid))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsIn(byte[][] list, ReadOnlySpan<byte> oid)
    {
        foreach (var item in list)
        {
            if (oid.SequenceEqual(item))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBelow(byte[][] arcs, ReadOnlySpan<byte> oid)
    {
        foreach (var arc in arcs)
        {
            if (oid.Length > arc.Length && oid.StartsWith(arc))
            {
                return true;
            }
        }

        return false;
    }
}
