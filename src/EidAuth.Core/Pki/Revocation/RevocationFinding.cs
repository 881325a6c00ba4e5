using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>What is known about the revocation of one certificate. Made by judging answers and lists only (<see cref="RevocationCheck"/>).</summary>
public sealed class RevocationFinding
{
    // Two logins of one certificate share a finding while they run side by side; kept longer, it would hide what was said since. As long as an answer of a Belgian
    // responder counts, with the skew.
    private static readonly TimeSpan MaximumAge = TimeSpan.FromMinutes(2);

    private readonly long foundAt;

    internal RevocationFinding(RevocationKey key, RevocationStatus status, LoginRejection? rejection, RevocationEvidence? evidence, DateTimeOffset foundAt) =>
        (Key, Status, Rejection, Evidence, this.foundAt) = (key, status, rejection, evidence, foundAt.UtcTicks);

    /// <summary>Which certificate it is about.</summary>
    public RevocationKey Key { get; }

    /// <summary>Why the certificate may not pass; null only when verified evidence says it is not revoked.</summary>
    public LoginRejection? Rejection { get; }

    /// <summary>What said so; null when nothing whose signature held did.</summary>
    public RevocationEvidence? Evidence { get; }

    /// <summary>Somebody authorised said good, revoked, on hold or unknown: nobody else need be asked.</summary>
    public bool IsDecided => Status != RevocationStatus.Undecided;

    /// <summary>What was said.</summary>
    internal RevocationStatus Status { get; }

    /// <summary>When this was found.</summary>
    internal DateTimeOffset FoundAt => new(foundAt, TimeSpan.Zero);

    // Every login of an issuing CA finds the same.
    private RevocationEvidence HeldEvidence => field ??= Evidence! with { IsHeld = true };

    /// <summary>Says nothing of the certificate.</summary>
    public override string ToString() => $"{Rejection?.ToString() ?? "NotRevoked"} by {Evidence?.Source.ToString() ?? "nobody"}";

    /// <summary>It lets the certificate pass at that time: what was found a moment ago, by evidence that still counts and is not from the future.</summary>
    internal bool LetsPassAt(DateTimeOffset now) =>
        Status == RevocationStatus.Good
        && Evidence is { } evidence
        && now <= evidence.CountsUntil + OcspRules.Skew
        && evidence.ThisUpdate <= now + OcspRules.Skew
        && (now - FoundAt).Duration() <= MaximumAge;

    /// <summary>It was said later than the other.</summary>
    internal bool IsNewerThan(RevocationFinding other) => Evidence!.ThisUpdate > other.Evidence!.ThisUpdate;

    /// <summary>The same found again, held since.</summary>
    internal RevocationFinding HeldAt(DateTimeOffset now) => new(Key, Status, Rejection, HeldEvidence, now);

    /// <summary>The same, counting beyond its end.</summary>
    internal RevocationFinding InGrace(TimeSpan grace, DateTimeOffset now) =>
        new(Key, Status, Rejection, Evidence! with { IsHeld = true, IsGrace = true, CountsUntil = Evidence.CountsUntil + grace }, now);
}
