namespace EidAuth.Pki;

/// <summary>The extensions that the checks use (RFC 5280 §4.2). An extension that occurs twice, or is not DER of its type, makes the certificate unreadable.</summary>
internal sealed class CertificateExtensions
{
    private const int MaximumCount = 32;

    private ReadOnlyMemory<byte> purposes;
    private ReadOnlyMemory<byte> policies;

    private CertificateExtensions()
    {
    }

    /// <summary>
    /// An extension is critical and not understood here, or restricts names or policies: nothing in the Belgian hierarchy does, so a certificate that does is none of
    /// it. <see cref="HasUnknownCritical"/> is the general rule.
    /// </summary>
    public bool HasUnsupported { get; private set; }

    /// <summary>An extension is critical, and neither the Belgian profiles nor <see cref="PathVerifier"/> understand it.</summary>
    public bool HasUnknownCritical { get; private set; }

    /// <summary>Policy constraints or inhibitAnyPolicy are there, or policy mappings are critical: the user's policies would have to be processed.</summary>
    public bool HasPolicyRules { get; private set; }

    /// <summary>The value of the name constraints extension, unread; empty when absent.</summary>
    public ReadOnlyMemory<byte> NameConstraints { get; private set; }

    /// <summary>The value of the subject alternative name extension, unread; empty when absent.</summary>
    public ReadOnlyMemory<byte> AlternativeNames { get; private set; }

    /// <summary>Null when the extension is absent.</summary>
    public KeyUsages? KeyUsage { get; private set; }

    /// <summary>Basic constraints say cA.</summary>
    public bool IsCa { get; private set; }

    /// <summary>The path length constraint, 0 to 127.</summary>
    public int? PathLength { get; private set; }

    /// <summary>Empty when absent.</summary>
    public ReadOnlyMemory<byte> SubjectKeyIdentifier { get; private set; }

    /// <summary>The keyIdentifier of the authority key identifier; empty when absent.</summary>
    public ReadOnlyMemory<byte> AuthorityKeyIdentifier { get; private set; }

    /// <summary>Extended key usage is present.</summary>
    public bool HasPurposes => !purposes.IsEmpty;

    /// <summary>id-pkix-ocsp-nocheck is present.</summary>
    public bool HasOcspNoCheck { get; private set; }

    /// <summary>Contents of the list of CRL distribution points; unread, empty when absent.</summary>
    public ReadOnlyMemory<byte> DistributionPoints { get; private set; }

    /// <summary>Contents of authority information access; empty when absent.</summary>
    public ReadOnlyMemory<byte> InformationAccess { get; private set; }

    /// <summary>The purposes, one OID each.</summary>
    public OidList Purposes => new(purposes, isNested: false);

    /// <summary>The certificate policies, one OID each; empty when absent.</summary>
    public OidList Policies => new(policies, isNested: true);

    /// <summary>The URIs of authority information access with this method, in their order; ASCII bytes, unchecked.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Locations(ReadOnlySpan<byte> method)
    {
        var found = new List<ReadOnlyMemory<byte>>();
        var reader = new DerReader(InformationAccess);
        while (reader.TryEnter(DerTag.Sequence, out var description)
            && description.TryReadOid(out var oid)
            && description.TryReadAny(out var tag, out var location, out _))
        {
            if (tag == DerTag.Implicit6 && oid.Span.SequenceEqual(method))
            {
                found.Add(location);
            }
        }

        return found;
    }

    /// <summary>A QC statement says that this is a certificate for electronic signatures (QcType esign).</summary>
    public bool IsForSignatures { get; private set; }

    /// <summary>Reads the contents of SEQUENCE OF Extension.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> list, out CertificateExtensions? extensions)
    {
        extensions = new CertificateExtensions();
        var reader = new DerReader(list);
        Span<int> offsets = stackalloc int[MaximumCount];
        var count = 0;
        while (!reader.IsEmpty)
        {
            if (count == MaximumCount
                || !reader.TryEnter(DerTag.Sequence, out var extension)
                || !extension.TryReadOid(out var oid)
                || !extension.TryReadOptionalTrue(out var critical)
                || !extension.TryRead(DerTag.OctetString, out var value)
                || !extension.IsEmpty
                || IsDoubled(list, oid, count)
                || !extensions.TryTake(oid.Span, critical, value))
            {
                extensions = null;
                return false;
            }

            count++;
        }

        // SEQUENCE SIZE (1..MAX)
        return count > 0;
    }

    // Few extensions, so the earlier ones are simply read again.
    private static bool IsDoubled(ReadOnlyMemory<byte> list, ReadOnlyMemory<byte> oid, int earlier)
    {
        var reader = new DerReader(list);
        for (var i = 0; i < earlier; i++)
        {
            if (reader.TryEnter(DerTag.Sequence, out var extension) && extension.TryReadOid(out var other) && other.Span.SequenceEqual(oid.Span))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryTake(ReadOnlySpan<byte> oid, bool critical, ReadOnlyMemory<byte> value)
    {
        var reader = new DerReader(value);
        if (oid.SequenceEqual(Oid.KeyUsage))
        {
            return TryTakeKeyUsage(reader);
        }

        if (oid.SequenceEqual(Oid.BasicConstraints))
        {
            return TryTakeBasicConstraints(reader);
        }

        if (oid.SequenceEqual(Oid.ExtendedKeyUsage))
        {
            return reader.TryRead(DerTag.Sequence, out purposes) && reader.IsEmpty && Purposes.IsWellFormed;
        }

        if (oid.SequenceEqual(Oid.CertificatePolicies))
        {
            return reader.TryRead(DerTag.Sequence, out policies) && reader.IsEmpty && Policies.IsWellFormed;
        }

        if (oid.SequenceEqual(Oid.SubjectKeyIdentifier))
        {
            var read = reader.TryRead(DerTag.OctetString, out var identifier) && reader.IsEmpty && !identifier.IsEmpty;
            SubjectKeyIdentifier = identifier;
            return read;
        }

        if (oid.SequenceEqual(Oid.OcspNoCheck))
        {
            HasOcspNoCheck = true;
            return value.Span is [0x05, 0x00];
        }

        // These are never critical by RFC 5280; where they are, they are understood all the same.
        if (oid.SequenceEqual(Oid.AuthorityKeyIdentifier))
        {
            return TryTakeAuthorityKeyIdentifier(reader);
        }

        if (oid.SequenceEqual(Oid.AuthorityInformationAccess))
        {
            var read = reader.TryRead(DerTag.Sequence, out var descriptions) && reader.IsEmpty && AreDescriptions(descriptions);
            InformationAccess = descriptions;
            return read;
        }

        if (oid.SequenceEqual(Oid.CrlDistributionPoints))
        {
            HasUnsupported |= critical;
            var read = reader.TryRead(DerTag.Sequence, out var points) && reader.IsEmpty;
            DistributionPoints = points;
            return read;
        }

        if (oid.SequenceEqual(Oid.QcStatements))
        {
            return reader.TryEnter(DerTag.Sequence, out var statements) && reader.IsEmpty && TryTakeStatements(statements);
        }

        TakeOther(oid, critical, value);
        return true;
    }

    private void TakeOther(ReadOnlySpan<byte> oid, bool critical, ReadOnlyMemory<byte> value)
    {
        HasUnsupported |= critical || oid.SequenceEqual(Oid.NameConstraints) || oid.SequenceEqual(Oid.PolicyConstraints);
        if (oid.SequenceEqual(Oid.NameConstraints))
        {
            NameConstraints = value;
        }
        else if (oid.SequenceEqual(Oid.SubjectAlternativeName))
        {
            AlternativeNames = value;
        }
        else if (oid.SequenceEqual(Oid.PolicyConstraints) || oid.SequenceEqual(Oid.InhibitAnyPolicy))
        {
            HasPolicyRules = true;
        }
        else if (oid.SequenceEqual(Oid.PolicyMappings))
        {
            HasPolicyRules |= critical;
        }
        else
        {
            HasUnknownCritical |= critical;
        }
    }

    private bool TryTakeKeyUsage(DerReader reader)
    {
        // A list of named bits ends with its last one (X.690 §11.2.2); without any it would say nothing (RFC 5280 §4.2.1.3).
        if (!reader.TryReadBits(out var bits, out var unused) || bits.Length is 0 or > 2 || !reader.IsEmpty || (bits.Span[^1] & (1 << unused)) == 0)
        {
            return false;
        }

        KeyUsage = (KeyUsages)(bits.Span[0] | (bits.Length == 2 ? (bits.Span[1] & 0x80) << 1 : 0));
        return true;
    }

    private bool TryTakeBasicConstraints(DerReader reader)
    {
        if (!reader.TryEnter(DerTag.Sequence, out var constraints) || !reader.IsEmpty || !constraints.TryReadOptionalTrue(out var isCa))
        {
            return false;
        }

        IsCa = isCa;
        if (constraints.IsEmpty)
        {
            return true;
        }

        // A path length belongs to a CA only (§4.2.1.9).
        var read = constraints.TryReadSmall(DerTag.Integer, out var length) && constraints.IsEmpty && isCa;
        PathLength = length;
        return read;
    }

    private bool TryTakeAuthorityKeyIdentifier(DerReader reader)
    {
        if (!reader.TryEnter(DerTag.Sequence, out var identifier) || !reader.IsEmpty)
        {
            return false;
        }

        if (!identifier.IsNext(DerTag.Implicit0))
        {
            return true;
        }

        var read = identifier.TryRead(DerTag.Implicit0, out var key) && !key.IsEmpty;
        AuthorityKeyIdentifier = key;
        return read;
    }

    private static bool AreDescriptions(ReadOnlyMemory<byte> list)
    {
        var reader = new DerReader(list);
        while (!reader.IsEmpty)
        {
            if (!reader.TryEnter(DerTag.Sequence, out var description)
                || !description.TryReadOid(out _)
                || !description.TryReadAny(out _, out _, out _)
                || !description.IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    private bool TryTakeStatements(DerReader statements)
    {
        while (!statements.IsEmpty)
        {
            if (!statements.TryEnter(DerTag.Sequence, out var statement) || !statement.TryReadOid(out var oid))
            {
                return false;
            }

            IsForSignatures |= oid.Span.SequenceEqual(Oid.QcType)
                && statement.TryRead(DerTag.Sequence, out var types)
                && new OidList(types, isNested: false).Contains(Oid.QcTypeEsign);
        }

        return true;
    }
}
