using System.Security.Cryptography;
using EidAuth.Simulator.Pki;

namespace EidAuth.Simulator.Responder;

/// <summary>What a behaviour changes in what is signed. Of answers and lists; who signs is another matter.</summary>
internal sealed record AnswerVariant
{
    // RFC 5280 §5.3.1.
    private const int KeyCompromise = 1;
    private const int CertificateHold = 6;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How far thisUpdate and what follows from it lie from now.</summary>
    public TimeSpan Shift { get; private init; }

    /// <summary>nextUpdate lies in the past too, however long the period is.</summary>
    public bool IsStale { get; private init; }

    public bool HasNextUpdate { get; private init; } = true;

    public bool HasCriticalExtension { get; private init; }

    public bool UsesSha1 { get; private init; }

    public bool BreaksSignature { get; private init; }

    public bool IsDelta { get; private init; }

    /// <summary>Invented entries of a list.</summary>
    public int MoreEntries { get; private init; }

    /// <summary>OCSP: a revoked answer beside the right one.</summary>
    public bool IsDoubled { get; private init; }

    public bool NamesOtherSerial { get; private init; }

    /// <summary>OCSP: the nonce sent back, from the one that came; null for what the responder does of itself.</summary>
    public Func<byte[]?, byte[]?>? Nonce { get; private init; }

    /// <summary>Overrules what the register says of a certificate, at a time.</summary>
    public Func<DateTimeOffset, CertificateStatus>? Status { get; private init; }

    public static AnswerVariant Of(ResponderBehaviour behaviour) => behaviour switch
    {
        ResponderBehaviour.BadSignature => new() { BreaksSignature = true },
        ResponderBehaviour.Sha1Signature => new() { UsesSha1 = true },
        ResponderBehaviour.Stale => new() { Shift = -Day, IsStale = true },
        ResponderBehaviour.Future => new() { Shift = Day },
        ResponderBehaviour.RolledBack => new() { Shift = -Day },
        ResponderBehaviour.NoNextUpdate => new() { HasNextUpdate = false },
        ResponderBehaviour.UnknownCriticalExtension => new() { HasCriticalExtension = true },
        ResponderBehaviour.Revoked => new() { Status = now => new CertificateStatus.Revoked(now - Day, KeyCompromise) },
        ResponderBehaviour.RevokedInFuture => new() { Status = now => new CertificateStatus.Revoked(now + Day, KeyCompromise) },
        ResponderBehaviour.OnHold => new() { Status = now => new CertificateStatus.Revoked(now - Day, CertificateHold) },
        ResponderBehaviour.Unknown => new() { Status = _ => new CertificateStatus.Unknown() },
        ResponderBehaviour.WrongNonce => new() { Nonce = _ => RandomNumberGenerator.GetBytes(32) },
        ResponderBehaviour.NoNonce => new() { Nonce = _ => null },
        ResponderBehaviour.TwoAnswers => new() { IsDoubled = true },
        ResponderBehaviour.OtherSerial => new() { NamesOtherSerial = true },
        ResponderBehaviour.Delta => new() { IsDelta = true },
        ResponderBehaviour.LongList => new() { MoreEntries = 100_000 },
        _ => new(),
    };
}
