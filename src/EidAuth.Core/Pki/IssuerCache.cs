namespace EidAuth.Pki;

/// <summary>
/// Certificates of CAs that were seen, so that a card need not be asked again for what all cards of an issuer share. Public data, and no trust: one is given for a
/// certificate only when its key made that certificate's signature, so a card with a false CA of the same name harms no other. Bounded; thread-safe.
/// </summary>
public sealed class IssuerCache
{
    /// <summary>How many are held; the one used longest ago goes first.</summary>
    public const int MaximumCount = 32;

    private readonly Lock gate = new();
    private readonly LinkedList<CertificateAuthority> authorities = [];

    /// <summary>The certificate that issued this one, or null. Both DER.</summary>
    public byte[]? FindIssuer(ReadOnlyMemory<byte> issued)
    {
        if (!Certificate.TryRead(issued, out var certificate))
        {
            return null;
        }

        lock (gate)
        {
            if (authorities.FirstOrDefault(authority => IsIssuer(authority, certificate!)) is not { } found)
            {
                return null;
            }

            authorities.Remove(found);
            authorities.AddLast(found);
            return found.Certificate.Encoded.ToArray();
        }
    }

    /// <summary>Holds a CA's certificate when it issued the other one; false when it did not, and then nothing is held.</summary>
    public bool TryAdd(ReadOnlyMemory<byte> issuer, ReadOnlyMemory<byte> issued)
    {
        if (!Certificate.TryRead(issuer.ToArray(), out var certificate)
            || !Certificate.TryRead(issued, out var below)
            || VerificationKey.Of(certificate!) is not { } key)
        {
            return false;
        }

        var authority = new CertificateAuthority(certificate!, key);
        if (!IsIssuer(authority, below!))
        {
            key.Dispose();
            return false;
        }

        lock (gate)
        {
            if (authorities.Count == MaximumCount)
            {
                authorities.RemoveFirst();
            }

            authorities.AddLast(authority);
            return true;
        }
    }

    private static bool IsIssuer(CertificateAuthority authority, Certificate issued) => authority.IsNamedBy(issued) && authority.Signed(issued);
}
