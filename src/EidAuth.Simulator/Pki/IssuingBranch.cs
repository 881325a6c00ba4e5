using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Simulator.Pki;

/// <summary>One half of the test PKI, RSA or EC: a root, its Citizen CA, its National Register signer and the two OCSP responders.</summary>
internal sealed class IssuingBranch : IDisposable
{
    private readonly PkiAddresses addresses;
    private readonly IssuedRegister register;
    private readonly DateTimeOffset now;
    private readonly AsymmetricAlgorithm nationalRegisterKey;
    private readonly Lock gate = new();

    /// <param name="folder">Where the keys are.</param>
    /// <param name="kind">rsa or ec.</param>
    /// <param name="addresses">For the certificates issued here.</param>
    /// <param name="register">Where they are noted.</param>
    /// <param name="now">Everything below the root is valid around it.</param>
    public IssuingBranch(PkiFolder folder, string kind, PkiAddresses addresses, IssuedRegister register, DateTimeOffset now)
    {
        (this.addresses, this.register, this.now) = (addresses, register, now);
        Root = new CertificationAuthority($"root-{kind}", folder.Root($"root-{kind}"), folder.Key($"root-{kind}"), addresses);
        var citizenKey = folder.Key($"citizen-{kind}");
        var citizenCa = IssueService(AuthorityProfile.CitizenCa(Root, citizenKey, addresses), $"citizen-{kind}", yearsAfter: 10);
        CitizenCa = new CertificationAuthority($"citizen-{kind}", citizenCa, citizenKey, addresses);
        nationalRegisterKey = folder.Key($"rrn-{kind}");
        NationalRegister = IssueService(
            ServiceProfile.NationalRegister(Root, nationalRegisterKey, addresses), $"rrn-{kind}", yearsAfter: 9);
        Responders = [Responder(Root, folder.Key($"ocsp-root-{kind}")), Responder(CitizenCa, folder.Key($"ocsp-citizen-{kind}"))];
    }

    public CertificationAuthority Root { get; }

    public CertificationAuthority CitizenCa { get; }

    public X509Certificate2 NationalRegister { get; }

    public IReadOnlyList<ResponderIdentity> Responders { get; }

    /// <summary>
    /// The content of a signature file (4032, 4034): raw RSA with SHA-256, or ECDSA with SHA-384 as DER with zeros up to the same 256 bytes.
    /// </summary>
    public byte[] SignAsNationalRegister(ReadOnlySpan<byte> data)
    {
        var file = new byte[256];
        lock (gate)
        {
            var signature = nationalRegisterKey is RSA rsa
                ? rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                : ((ECDsa)nationalRegisterKey).SignData(data, HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence);
            signature.CopyTo(file, 0);
        }

        return file;
    }

    public void Dispose()
    {
        foreach (var identity in Responders)
        {
            identity.Responder.Dispose();
        }

        NationalRegister.Dispose();
        nationalRegisterKey.Dispose();
        CitizenCa.Dispose();
        Root.Dispose();
    }

    private X509Certificate2 IssueService(CertificateRequest request, string name, int yearsAfter)
    {
        var validity = CertificateValidity.Around(now, yearsBefore: 2, yearsAfter);
        // What is issued anew with the same content on each opening keeps its serial, so the register grows by the day and not by the opening.
        var rootKey = Convert.ToHexString(SHA256.HashData(Root.Certificate.RawData));
        var serial = Serial.For($"{name} {validity.NotBefore:O} {addresses.Responder.AbsoluteUri} {rootKey}");
        register.Record(Root.Name, serial, new CertificateStatus.Good());
        return Root.Issue(request, validity, serial);
    }

    private ResponderIdentity Responder(CertificationAuthority issuer, AsymmetricAlgorithm key)
    {
        var validity = new CertificateValidity(now.AddDays(-1), now.AddMonths(14));
        using var certificate = issuer.Issue(ServiceProfile.OcspResponder(issuer, key), validity, Serial.Random());
        using (key)
        {
            var withKey = key is RSA rsa ? certificate.CopyWithPrivateKey(rsa) : certificate.CopyWithPrivateKey((ECDsa)key);
            return new ResponderIdentity(PkiAddresses.OcspPath(issuer.Name), issuer.Certificate, withKey);
        }
    }
}
