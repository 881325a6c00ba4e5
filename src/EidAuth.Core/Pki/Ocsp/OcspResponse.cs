namespace EidAuth.Pki;

/// <summary>A successful basic OCSP response (RFC 6960 §4.2.1), read but not yet judged. Its parts are slices of the received bytes.</summary>
internal readonly struct OcspResponse
{
    /// <summary>The largest answer that is looked at; real ones have 1 to 5 kB.</summary>
    public const int MaximumLength = 64 * 1024;

    /// <summary>tbsResponseData as received: what the signature is over.</summary>
    public ReadOnlyMemory<byte> Signed { get; private init; }

    /// <summary>AlgorithmIdentifier of the signature.</summary>
    public ReadOnlyMemory<byte> SignatureAlgorithm { get; private init; }

    /// <summary>The signature's bytes.</summary>
    public ReadOnlyMemory<byte> Signature { get; private init; }

    /// <summary>DER of the responder's name, or empty when it is named by key.</summary>
    public ReadOnlyMemory<byte> ResponderName { get; private init; }

    /// <summary>SHA-1 of the responder's key, or empty when it is named by name.</summary>
    public ReadOnlyMemory<byte> ResponderKeyHash { get; private init; }

    /// <summary>When it was signed.</summary>
    public DateTimeOffset ProducedAt { get; private init; }

    /// <summary>Contents of the list of SingleResponses; each of them reads.</summary>
    public ReadOnlyMemory<byte> Responses { get; private init; }

    /// <summary>A critical extension, of the whole or of a part, is unknown.</summary>
    public bool HasUnknownCritical { get; private init; }

    /// <summary>extnValue of the nonce extension, or null.</summary>
    public ReadOnlyMemory<byte>? Nonce { get; private init; }

    /// <summary>Contents of the list of certificates; unread, perhaps empty.</summary>
    public ReadOnlyMemory<byte> Certificates { get; private init; }

    /// <summary>Reads the outer layer: status and, when it is "successful", the basic response inside.</summary>
    public static bool TryReadStatus(ReadOnlyMemory<byte> body, out int status, out ReadOnlyMemory<byte> basic)
    {
        (status, basic) = (-1, default);
        var outside = new DerReader(body);
        if (body.Length > MaximumLength
            || !outside.TryEnter(DerTag.Sequence, out var response)
            || !outside.IsEmpty
            || !response.TryReadSmall(DerTag.Enumerated, out status))
        {
            return false;
        }

        if (status != 0)
        {
            return true;
        }

        return response.TryEnter(DerTag.Explicit0, out var bytesOutside)
            && response.IsEmpty
            && bytesOutside.TryEnter(DerTag.Sequence, out var bytes)
            && bytesOutside.IsEmpty
            && bytes.TryReadOid(out var type)
            && type.Span.SequenceEqual(Oid.OcspBasic)
            && bytes.TryRead(DerTag.OctetString, out basic)
            && bytes.IsEmpty;
    }

    /// <summary>Reads a BasicOCSPResponse.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> basic, out OcspResponse response)
    {
        response = default;
        var outside = new DerReader(basic);
        if (!outside.TryEnter(DerTag.Sequence, out var body)
            || !outside.IsEmpty
            || !body.TryRead(DerTag.Sequence, out var data, out var signed)
            || !body.TryRead(DerTag.Sequence, out _, out var algorithm)
            || !body.TryReadBits(out var signature, out var unused)
            || unused != 0
            || !TryReadCertificates(ref body, out var certificates)
            || !body.IsEmpty)
        {
            return false;
        }

        var inside = new DerReader(data);
        if (!TryReadVersion(ref inside)
            || !TryReadResponder(ref inside, out var name, out var keyHash)
            || !inside.TryReadGeneralizedTime(out var producedAt)
            || !inside.TryRead(DerTag.Sequence, out var responses)
            || !TryReadResponses(responses, out var hasUnknownCritical)
            || !OcspExtensions.TryRead(ref inside, DerTag.Explicit1, out var extensions) || !inside.IsEmpty)
        {
            return false;
        }

        response = new OcspResponse
        {
            Signed = signed,
            SignatureAlgorithm = algorithm,
            Signature = signature,
            ResponderName = name,
            ResponderKeyHash = keyHash,
            ProducedAt = producedAt,
            Responses = responses,
            HasUnknownCritical = extensions.HasUnknownCritical || hasUnknownCritical,
            Nonce = extensions.Nonce,
            Certificates = certificates,
        };
        return true;
    }

    private static bool TryReadResponses(ReadOnlyMemory<byte> responses, out bool hasUnknownCritical)
    {
        hasUnknownCritical = false;
        var rest = new DerReader(responses);
        while (!rest.IsEmpty)
        {
            if (!OcspSingleResponse.TryRead(ref rest, out var single))
            {
                return false;
            }

            hasUnknownCritical |= single.HasUnknownCritical;
        }

        return true;
    }

    private static bool TryReadCertificates(ref DerReader body, out ReadOnlyMemory<byte> certificates)
    {
        certificates = default;
        return !body.IsNext(DerTag.Explicit0)
            || (body.TryEnter(DerTag.Explicit0, out var outside) && outside.TryRead(DerTag.Sequence, out certificates) && outside.IsEmpty);
    }

    // [0] EXPLICIT INTEGER DEFAULT v1(0)
    private static bool TryReadVersion(ref DerReader data) =>
        !data.IsNext(DerTag.Explicit0)
        || (data.TryEnter(DerTag.Explicit0, out var version) && version.TryReadSmall(DerTag.Integer, out var number) && number == 0 && version.IsEmpty);

    // CHOICE { byName [1] Name, byKey [2] OCTET STRING }
    private static bool TryReadResponder(ref DerReader data, out ReadOnlyMemory<byte> name, out ReadOnlyMemory<byte> keyHash)
    {
        (name, keyHash) = (default, default);
        return data.TryEnter(DerTag.Explicit1, out var byName)
            ? byName.TryRead(DerTag.Sequence, out _, out name) && byName.IsEmpty
            : data.TryEnter(DerTag.Explicit2, out var byKey) && byKey.TryRead(DerTag.OctetString, out keyHash) && keyHash.Length == OcspHash.Length && byKey.IsEmpty;
    }
}
