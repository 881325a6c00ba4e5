using System.Collections.Concurrent;

namespace EidAuth.Pki;

/// <summary>
/// Issuing CAs that verified under a pinned anchor, found by subject name and key identifier. Thread-safe, and bounded: it grows only by CAs that a pinned root signed, of
/// which Belgium ever made some hundreds, so nobody can fill it or push out what it holds. When it is full all the same, entries that ended make room; others stay.
/// </summary>
public sealed class IssuingCaStore
{
    /// <summary>How many verified issuing CAs are held: several times as many as Belgium ever had.</summary>
    public const int MaximumCount = 4096;

    private const int MaximumCandidates = 2 * MaximumCount;

    private readonly ConcurrentDictionary<NameAndKey, IssuingCa[]> verified = new();
    private readonly ConcurrentDictionary<string, CertificateAuthority> roots = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Certificate> unsaved = new();
    private readonly ILookup<NameAndKey, Certificate> candidates;
    private readonly KeptIssuers? kept;
    private DateTimeOffset firstEnd = DateTimeOffset.MaxValue;
    private int count;

    /// <summary>An empty store.</summary>
    public IssuingCaStore()
        : this([], null)
    {
    }

    private IssuingCaStore(IEnumerable<Certificate> candidates, KeptIssuers? kept)
    {
        this.candidates = candidates.Take(MaximumCandidates).ToLookup(candidate => NameAndKey.OfName(candidate.Subject));
        this.kept = kept;
    }

    /// <summary>How many verified issuing CAs are held at the moment. Those of a folder are verified, and counted, when the first of their holders logs in.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Something was verified that is not in a folder yet: <see cref="Save"/> would write it. Always false for a store that keeps nothing.</summary>
    public bool HasUnsaved => !unsaved.IsEmpty;

    /// <summary>At how many it is full; fewer in tests only.</summary>
    internal int Capacity { get; init; } = MaximumCount;

    /// <summary>Reads candidates (roots and issuing CAs) from a folder; each counts only once verified under a pinned anchor.</summary>
    /// <exception cref="ArgumentException">There is no such folder.</exception>
    public static IssuingCaStore FromFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return Open(folder, null);
    }

    /// <summary>
    /// A store that keeps what it verifies beyond its own life: what came with a token or from a fetch is written by <see cref="Save"/> and is a mere candidate at the next
    /// opening, to be verified again.
    /// </summary>
    /// <param name="folder">The operator's certificates, only read; null for none.</param>
    /// <param name="keptIn">Where to keep, a folder of the program's own; made, for its user alone, when it is not there. Null keeps nothing.</param>
    /// <exception cref="ArgumentException">There is no such <paramref name="folder"/>.</exception>
    /// <exception cref="IOException"><paramref name="keptIn"/> cannot be made or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of a right.</exception>
    public static IssuingCaStore Open(string? folder, string? keptIn)
    {
        var kept = keptIn is null ? null : KeptIssuers.In(keptIn);
        var read = folder is null ? [] : CertificateFolder.Read(folder).SelectMany(file => file.Certificates);
        return new(read.Concat(kept?.Read() ?? []), kept);
    }

    /// <summary>
    /// Writes what was verified since, one file each, whole or not at all; public certificates of CAs only. Costs nothing when <see cref="HasUnsaved"/> is false. Verifying
    /// never writes: call this when a login is over.
    /// </summary>
    /// <returns>How many were written.</returns>
    /// <exception cref="IOException">The folder does not take them; what was not written stays to be saved.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, for want of a right.</exception>
    public int Save()
    {
        var written = 0;
        while (kept is not null && unsaved.TryDequeue(out var certificate))
        {
            try
            {
                written += kept.Write(certificate) ? 1 : 0;
            }
            catch
            {
                unsaved.Enqueue(certificate);
                throw;
            }
        }

        return written;
    }

    /// <summary>Verified entries with that subject and key identifier; more than one only if two CAs share both.</summary>
    internal ReadOnlySpan<IssuingCa> Find(Certificate issued) =>
        verified.TryGetValue(new NameAndKey(issued.Issuer, issued.Extensions.AuthorityKeyIdentifier), out var found) ? found : default;

    /// <summary>Unverified certificates of the folders with that subject.</summary>
    internal IEnumerable<Certificate> CandidatesNamed(ReadOnlyMemory<byte> subject) => candidates[NameAndKey.OfName(subject)];

    /// <summary>The key of a pinned root whose bytes were seen.</summary>
    internal bool TryGetRoot(TrustAnchor anchor, out CertificateAuthority? root) => roots.TryGetValue(Convert.ToHexString(anchor.CertificateHash), out root);

    /// <summary>Keeps a root that is equal to its pin: there are no more of them than pins.</summary>
    internal CertificateAuthority? AddRoot(TrustAnchor anchor, Certificate certificate)
    {
        var copy = certificate.Copy();
        if (VerificationKey.Of(copy) is not { } key)
        {
            return null;
        }

        var root = new CertificateAuthority(copy, key);
        var held = roots.GetOrAdd(Convert.ToHexString(anchor.CertificateHash), root);
        if (ReferenceEquals(held, root) && anchor.Certificate is null)
        {
            MarkUnsaved(copy);
        }

        return held;
    }

    /// <summary>Keeps a verified issuing CA while there is room, and gives the entry that is held for it.</summary>
    internal IssuingCa Add(IssuingCa issuer, DateTimeOffset now)
    {
        var certificate = issuer.Authority.Certificate;
        var key = new NameAndKey(certificate.Subject, certificate.Extensions.SubjectKeyIdentifier);
        lock (verified)
        {
            var held = verified.GetValueOrDefault(key, []);
            foreach (var known in held)
            {
                if (known.Authority.Certificate.Encoded.Span.SequenceEqual(certificate.Encoded.Span) && ReferenceEquals(known.Anchor, issuer.Anchor))
                {
                    return known;
                }
            }

            if (count >= Capacity && firstEnd < now)
            {
                RemoveEnded(now);
                held = verified.GetValueOrDefault(key, []);
            }

            if (count < Capacity)
            {
                verified[key] = [.. held, issuer];
                Volatile.Write(ref count, count + 1);
                firstEnd = certificate.NotAfter < firstEnd ? certificate.NotAfter : firstEnd;
                MarkUnsaved(certificate);
            }

            return issuer;
        }
    }

    // An ended CA is refused at each login as it is: nothing is lost with it.
    private void RemoveEnded(DateTimeOffset now)
    {
        firstEnd = DateTimeOffset.MaxValue;
        var left = 0;
        foreach (var (key, entries) in verified)
        {
            var valid = Array.FindAll(entries, entry => entry.Authority.Certificate.NotAfter >= now);
            if (valid.Length == 0)
            {
                verified.TryRemove(key, out _);
                continue;
            }

            verified[key] = valid;
            left += valid.Length;
            var end = valid.Min(entry => entry.Authority.Certificate.NotAfter);
            firstEnd = end < firstEnd ? end : firstEnd;
        }

        Volatile.Write(ref count, left);
    }

    private void MarkUnsaved(Certificate certificate)
    {
        if (kept is not null && !CandidatesNamed(certificate.Subject).Any(candidate => candidate.Encoded.Span.SequenceEqual(certificate.Encoded.Span)))
        {
            unsaved.Enqueue(certificate);
        }
    }
}
