namespace EidAuth.Pki;

/// <summary>
/// The certificate policies under a generation of roots: of authentication certificates, and of the National Register's signer. Judged on the end certificate
/// alone: under roots 1 to 4 the CA's policy is another OID than the holder's, so the policy tree of RFC 5280 §6.1.3 is empty on genuine paths.
/// </summary>
internal sealed class PolicyFamily
{
    /// <summary>Root 4 (RSA): the list is known and closed.</summary>
    public static readonly PolicyFamily Root4 = new(
        accepted: [[0x60, 0x38, 0x0C, 0x01, 0x01, 0x02, 0x02], [0x60, 0x38, 0x0C, 0x01, 0x01, 0x07, 0x02]],
        openArcs: [],
        register: [[0x60, 0x38, 0x0C, 0x01, 0x01, 0x04]],
        openRegisterArcs: []);

    /// <summary>
    /// Root 6 (EC): sources disagree about the OIDs, so another OID below 2.16.56.13.6.1 or .2 that is no signature policy is accepted and reported. Key usage
    /// and purpose already tell the two certificates apart.
    /// </summary>
    public static readonly PolicyFamily Root6 = new(
        accepted: [[0x60, 0x38, 0x0D, 0x06, 0x01, 0x01, 0x87, 0x68], [0x60, 0x38, 0x0D, 0x06, 0x02, 0x01, 0x87, 0x68]],
        openArcs: [[0x60, 0x38, 0x0D, 0x06, 0x01], [0x60, 0x38, 0x0D, 0x06, 0x02]],
        register: [[0x60, 0x38, 0x0D, 0x06, 0x00, 0x01]],
        openRegisterArcs: [[0x60, 0x38, 0x0D, 0x06, 0x00]]);

    // Signature certificates: 2.16.56.12.1.1.2.1, .7.1, 2.16.56.13.6.1.2.1000, .2.2.1000.
    private static readonly byte[][] SignaturePolicies =
    [
        [0x60, 0x38, 0x0C, 0x01, 0x01, 0x02, 0x01],
        [0x60, 0x38, 0x0C, 0x01, 0x01, 0x07, 0x01],
        [0x60, 0x38, 0x0D, 0x06, 0x01, 0x02, 0x87, 0x68],
        [0x60, 0x38, 0x0D, 0x06, 0x02, 0x02, 0x87, 0x68],
    ];

    private readonly byte[][] accepted;
    private readonly byte[][] openArcs;

    private readonly byte[][] register;
    private readonly byte[][] openRegisterArcs;

    private PolicyFamily(byte[][] accepted, byte[][] openArcs, byte[][] register, byte[][] openRegisterArcs) =>
        (this.accepted, this.openArcs, this.register, this.openRegisterArcs) = (accepted, openArcs, register, openRegisterArcs);

    // 2.16.56, Belgium, and 0.4.0.194112.1, ETSI's policies for qualified certificates.
    private static ReadOnlySpan<byte> Belgium => [0x60, 0x38];

    private static ReadOnlySpan<byte> QualifiedPolicies => [0x04, 0x00, 0x8B, 0xEC, 0x40, 0x01];

    /// <summary>Judges all policies of a holder's certificate: one must be right, and none may be a signature policy or another Belgian one.</summary>
    public PolicyVerdict Judge(CertificateExtensions extensions) =>
        extensions.IsForSignatures ? PolicyVerdict.Refused : Judge(extensions.Policies, accepted, openArcs);

    /// <summary>Judges all policies of the National Register's signer: 2.16.56.12.1.1.4, or 2.16.56.13.6.0.1, and no other Belgian one.</summary>
    public PolicyVerdict JudgeNationalRegister(CertificateExtensions extensions) =>
        extensions.IsForSignatures ? PolicyVerdict.Refused : Judge(extensions.Policies, register, openRegisterArcs);

    private static PolicyVerdict Judge(OidList policies, byte[][] accepted, byte[][] openArcs)
    {
        var verdict = PolicyVerdict.Refused;
        var rest = policies.Start();
        while (policies.TryNext(ref rest, out var policy))
        {
            var oid = policy.Span;
            if (IsIn(SignaturePolicies, oid) || oid.StartsWith(QualifiedPolicies))
            {
                return PolicyVerdict.Refused;
            }

            if (IsIn(accepted, oid))
            {
                verdict = PolicyVerdict.Listed;
            }
            else if (IsBelow(openArcs, oid))
            {
                verdict = verdict == PolicyVerdict.Listed ? verdict : PolicyVerdict.Unlisted;
            }
            else if (oid.StartsWith(Belgium))
            {
                return PolicyVerdict.Refused;
            }
        }

        return verdict;
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
