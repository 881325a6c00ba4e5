namespace EidAuth.Pki;

/// <summary>Which certificates a list covers, by its issuing distribution point (RFC 5280 §5.2.5); all of the issuer's without one.</summary>
internal sealed class CrlScope
{
    // IMPLICIT tags of IssuingDistributionPoint.
    private const byte OnlyUserCertificates = 0x81;
    private const byte OnlyCaCertificates = 0x82;
    private const byte OnlySomeReasons = 0x83;
    private const byte IndirectCrl = 0x84;
    private const byte OnlyAttributeCertificates = 0x85;

    /// <summary>All certificates of the issuer.</summary>
    public static readonly CrlScope Everything = new();

    private readonly List<ReadOnlyMemory<byte>> locations = [];
    private bool hasName;
    private bool usersOnly;
    private bool casOnly;

    /// <summary>The extension's bytes, by which lists of one issuer are told apart; empty without one.</summary>
    public ReadOnlyMemory<byte> Encoded { get; private init; }

    /// <summary>Nothing can be said with it: some reasons only, attribute certificates, or entries of other CAs.</summary>
    public bool IsUnsupported { get; private set; }

    /// <summary>Reads extnValue.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> encoded, out CrlScope scope)
    {
        scope = new CrlScope { Encoded = encoded };
        var outside = new DerReader(encoded);

        // An empty one must not be made, a field that is FALSE is left out.
        return outside.TryEnter(DerTag.Sequence, out var fields)
            && outside.IsEmpty
            && !fields.IsEmpty
            && scope.TryReadName(ref fields)
            && TryReadTrue(ref fields, OnlyUserCertificates, out scope.usersOnly)
            && TryReadTrue(ref fields, OnlyCaCertificates, out scope.casOnly)
            && scope.TryReadReasons(ref fields)
            && TryReadTrue(ref fields, IndirectCrl, out var isIndirect)
            && TryReadTrue(ref fields, OnlyAttributeCertificates, out var attributesOnly)
            && fields.IsEmpty
            && scope.Conclude(isIndirect || attributesOnly);
    }

    /// <summary>The list speaks of this certificate.</summary>
    public bool Covers(in CrlSubject subject) =>
        !IsUnsupported && !(subject.IsCa ? usersOnly : casOnly) && (!hasName || IsAddressOf(subject));

    // §6.3.3 (b)(2)(i): one name of the list's distribution point is one of the certificate's.
    private bool IsAddressOf(in CrlSubject subject)
    {
        foreach (var wanted in new DistributionPoints(subject.DistributionPoints).Locations())
        {
            foreach (var location in locations)
            {
                if (location.Span.SequenceEqual(wanted.Span))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool TryReadName(ref DerReader fields)
    {
        if (!fields.IsNext(DerTag.Explicit0))
        {
            return true;
        }

        hasName = true;
        if (!fields.TryEnter(DerTag.Explicit0, out var choice) || !choice.TryReadAny(out var tag, out var names, out _) || !choice.IsEmpty)
        {
            return false;
        }

        // A name relative to the issuer's matches no certificate of ours.
        if (tag == DerTag.Explicit0)
        {
            EidAuth.Pki.DistributionPoints.AddUris(names, locations);
        }

        return tag is DerTag.Explicit0 or DerTag.Explicit1;
    }

    private bool TryReadReasons(ref DerReader fields)
    {
        IsUnsupported = fields.IsNext(OnlySomeReasons);
        return !IsUnsupported || fields.TryRead(OnlySomeReasons, out _);
    }

    private bool Conclude(bool isUnsupported)
    {
        IsUnsupported |= isUnsupported;
        return true;
    }

    private static bool TryReadTrue(ref DerReader fields, byte tag, out bool value)
    {
        value = fields.IsNext(tag);
        return !value || (fields.TryRead(tag, out var contents) && contents.Span is [0xFF]);
    }
}
