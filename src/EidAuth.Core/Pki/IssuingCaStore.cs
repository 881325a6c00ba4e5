using System.Collections.Concurrent;

namespace EidAuth.Pki;

/// <summary>Issuing CAs that verified under a pinned anchor, found by subject name and key identifier. Bounded; thread-safe; grows only by verified entries.</summary>
public sealed class IssuingCaStore
{
    /// <summary>More issuing CAs than Belgium ever had, several times over.</summary>
    private const int MaximumCount = 1024;

    private const int MaximumCandidates = 4096;

    private readonly ConcurrentDictionary<NameAndKey, IssuingCa[]> verified = new();
    private readonly ConcurrentDictionary<string, CertificateAuthority> roots = new(StringComparer.Ordinal);
    private readonly ILookup<NameAndKey, Certificate> candidates;
    private int count;

    /// <summary>An empty store.</summary>
    public IssuingCaStore()
        : this([])
    {
    }

    private IssuingCaStore(IEnumerable<Certificate> candidates) =>
        this.candidates = candidates.Take(MaximumCandidates).ToLookup(candidate => NameAndKey.OfName(candidate.Subject));

    /// <summary>How many verified issuing CAs are held at the moment. Those of a folder are verified, and counted, when the first of their holders logs in.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Reads candidates (roots and issuing CAs) from a folder; each counts only once verified under a pinned anchor.</summary>
    /// <exception cref="ArgumentException">There is no such folder.</exception>
    public static IssuingCaStore FromFolder(string folder) => new(CertificateFolder.Read(folder).SelectMany(file => file.Certificates));

    /// <summary>Verified entries with that subject and key identifier; more than one only if two CAs share both.</summary>
    internal ReadOnlySpan<IssuingCa> Find(Certificate issued) =>
        verified.TryGetValue(new NameAndKey(issued.Issuer, issued.Extensions.AuthorityKeyIdentifier), out var found) ? found : default;

    /// <summary>Unverified certificates of the folder with that subject.</summary>
    internal IEnumerable<Certificate> CandidatesNamed(ReadOnlyMemory<byte> subject) => candidates[NameAndKey.OfName(subject)];

    /// <summary>The key of a pinned root whose bytes were seen.</summary>
    internal bool TryGetRoot(TrustAnchor anchor, out CertificateAuthority? root) => roots.TryGetValue(Convert.ToHexString(anchor.CertificateHash), out root);

    /// <summary>Keeps a root that is equal to its pin: there are no more of them than pins.</summary>
    internal CertificateAuthority? AddRoot(TrustAnchor anchor, Certificate certificate)
    {
        var copy = certificate.Copy();
        return VerificationKey.Of(copy) is { } key ? roots.GetOrAdd(Convert.ToHexString(anchor.CertificateHash), new CertificateAuthority(copy, key)) : null;
    }

    /// <summary>Keeps a verified issuing CA while there is room, and gives the entry that is held for it.</summary>
    internal IssuingCa Add(IssuingCa issuer)
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

            if (count < MaximumCount)
            {
                verified[key] = [.. held, issuer];
                count++;
            }

            return issuer;
        }
    }
}
