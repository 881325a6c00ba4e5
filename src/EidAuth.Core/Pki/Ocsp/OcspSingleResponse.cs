namespace EidAuth.Pki;

/// <summary>What an OCSP answer says of one certificate (RFC 6960 §4.2.1).</summary>
internal readonly struct OcspSingleResponse
{
    /// <summary>A reader of the CertID's contents.</summary>
    public DerReader CertificateId { get; private init; }

    /// <summary>good, revoked or unknown.</summary>
    public OcspStatus Status { get; private init; }

    /// <summary>When the status was known to be right.</summary>
    public DateTimeOffset ThisUpdate { get; private init; }

    /// <summary>When newer information will be there, or null.</summary>
    public DateTimeOffset? NextUpdate { get; private init; }

    /// <summary>A critical extension is unknown.</summary>
    public bool HasUnknownCritical { get; private init; }

    /// <summary>Reads the next SingleResponse of a list.</summary>
    public static bool TryRead(ref DerReader list, out OcspSingleResponse single)
    {
        single = default;
        if (!list.TryEnter(DerTag.Sequence, out var body)
            || !body.TryEnter(DerTag.Sequence, out var certificateId)
            || !IsCertificateId(certificateId)
            || !TryReadStatus(ref body, out var status)
            || !body.TryReadGeneralizedTime(out var thisUpdate)
            || !TryReadNextUpdate(ref body, out var nextUpdate)
            || !OcspExtensions.TryRead(ref body, DerTag.Explicit1, out var extensions)
            || !body.IsEmpty)
        {
            return false;
        }

        single = new OcspSingleResponse
        {
            CertificateId = certificateId,
            Status = status,
            ThisUpdate = thisUpdate,
            NextUpdate = nextUpdate,
            HasUnknownCritical = extensions.HasUnknownCritical,
        };
        return true;
    }

    // Hash algorithm (no hash has parameters: absent, or NULL), both hashes, serial number: one that is none makes the answer unreadable, though it is about another
    // certificate.
    private static bool IsCertificateId(DerReader fields) =>
        fields.TryEnter(DerTag.Sequence, out var algorithm)
        && algorithm.TryReadOid(out _)
        && (algorithm.IsEmpty || (algorithm.TryRead(0x05, out var none) && none.IsEmpty && algorithm.IsEmpty))
        && fields.TryRead(DerTag.OctetString, out _)
        && fields.TryRead(DerTag.OctetString, out _)
        && fields.TryReadInteger(out _)
        && fields.IsEmpty;

    // CHOICE { good [0] IMPLICIT NULL, revoked [1] IMPLICIT RevokedInfo, unknown [2] IMPLICIT NULL }
    private static bool TryReadStatus(ref DerReader body, out OcspStatus status)
    {
        status = OcspStatus.Unknown;
        if (body.TryRead(DerTag.Implicit0, out var good))
        {
            status = OcspStatus.Good;
            return good.IsEmpty;
        }

        if (body.TryEnter(DerTag.Explicit1, out var revoked))
        {
            // The time decides nothing: a revocation in the future is a revocation.
            status = OcspStatus.Revoked;
            if (!revoked.TryReadGeneralizedTime(out var since))
            {
                return false;
            }

            if (revoked.IsEmpty)
            {
                return true;
            }

            // certificateHold (6), RFC 5280 §5.3.1.
            if (!revoked.TryEnter(DerTag.Explicit0, out var outside) || !revoked.IsEmpty || !outside.TryReadSmall(DerTag.Enumerated, out var reason))
            {
                return false;
            }

            // On hold since 1970 is how responders say that the CA never issued it (§4.4.8): nothing that is lifted.
            status = reason == 6 && since != DateTimeOffset.UnixEpoch ? OcspStatus.OnHold : OcspStatus.Revoked;
            return outside.IsEmpty;
        }

        return body.TryRead(DerTag.Implicit2, out var unknown) && unknown.IsEmpty;
    }

    private static bool TryReadNextUpdate(ref DerReader body, out DateTimeOffset? nextUpdate)
    {
        nextUpdate = null;
        if (!body.IsNext(DerTag.Explicit0))
        {
            return true;
        }

        if (!body.TryEnter(DerTag.Explicit0, out var outside) || !outside.TryReadGeneralizedTime(out var time))
        {
            return false;
        }

        nextUpdate = time;
        return outside.IsEmpty;
    }
}
