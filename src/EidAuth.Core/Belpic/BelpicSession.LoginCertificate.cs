using EidAuth.Iso7816;
using EidAuth.Pki;

namespace EidAuth.Belpic;

/// <content>What a login needs besides the signature: the authentication certificate, remembered or read, and those above it.</content>
public sealed partial class BelpicSession
{
    // What is signed with: read in this session, or the cache's for this chip.
    private byte[]? loginCertificate;
    private bool isFromCache;

    /// <summary>Reads what a login signature needs, where the cache does not hold it, so that nothing is left to be read once the PIN is there.</summary>
    /// <exception cref="CardException">Removed, Reset, Protocol, or a fault of the road.</exception>
    public LoginReadiness PrepareLogin()
    {
        if (FindLoginCertificate() is not { } certificate)
        {
            return LoginReadiness.NoCertificate;
        }

        using var key = AuthenticationKey.FromCertificate(certificate);
        if (key is null)
        {
            return LoginReadiness.KeyNotSupported;
        }

        using (handle.BeginTransaction())
        {
            card.EnterKeyDirectory();
        }

        return LoginReadiness.Ready;
    }

    /// <summary>The issuing CA and the root of the login's certificate, DER, as far as the card has them; read only where the cache does not hold the one that signed.</summary>
    /// <exception cref="CardException">As above.</exception>
    public IReadOnlyList<byte[]> ReadIssuers(IssuerCache known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var issuers = new List<byte[]>();
        var below = FindLoginCertificate();
        foreach (var file in (ReadOnlySpan<CertificateFile>)[CertificateFile.IssuingCa, CertificateFile.Root])
        {
            var issuer = below is null ? null : known.FindIssuer(below);
            if (issuer is null)
            {
                issuer = ReadCertificate(file);
                if (issuer is not null && below is not null)
                {
                    known.TryAdd(issuer, below);
                }
            }

            if (issuer is not null)
            {
                issuers.Add(issuer);
            }

            below = issuer;
        }

        return issuers;
    }

    private byte[]? ReadRenewedCertificate()
    {
        cache?.Forget(ChipNumber);
        var certificate = DerForm.Cut(Read(ElementaryFile.Of(CertificateFile.Authentication), DerForm.Instance));
        certificates[CertificateFile.Authentication] = certificate;
        (loginCertificate, isFromCache) = (certificate, false);
        return certificate;
    }

    private byte[]? FindLoginCertificate()
    {
        if (loginCertificate is null)
        {
            var cached = certificates.ContainsKey(CertificateFile.Authentication) ? null : cache?.Find(ChipNumber);
            loginCertificate = cached ?? ReadCertificate(CertificateFile.Authentication);
            isFromCache = cached is not null;
        }

        return loginCertificate;
    }
}
