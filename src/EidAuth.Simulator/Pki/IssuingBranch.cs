using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Simulator.Pki;

/// <summary>One half of the test PKI, RSA or EC: a root, its Citizen CA, in the EC half a Foreigner CA, its National Register signers, and an OCSP responder for each.</summary>
internal sealed class IssuingBranch : IDisposable
{
    private readonly PkiAddresses addresses;
    private readonly IssuedRegister register;
    private readonly PkiHabits habits;
    private readonly DateTimeOffset now;

    /// <param name="folder">Where the keys are.</param>
    /// <param name="kind">rsa or ec.</param>
    /// <param name="addresses">For the certificates issued here.</param>
    /// <param name="register">Where they are noted.</param>
    /// <param name="habits">Which addresses they name.</param>
    /// <param name="now">Everything below the root is valid around it.</param>
    public IssuingBranch(PkiFolder folder, string kind, PkiAddresses addresses, IssuedRegister register, PkiHabits habits, DateTimeOffset now)
    {
        (this.addresses, this.register, this.habits, this.now) = (addresses, register, habits, now);
        Root = new CertificationAuthority($"root-{kind}", folder.Root($"root-{kind}"), folder.Key($"root-{kind}"), addresses) { NamesResponder = !habits.AuthorityWithoutOcsp };
        CitizenCa = HolderCa("Citizen CA", $"citizen-{kind}", folder);
        ForeignerCa = kind == "ec" ? HolderCa("Foreigner CA", $"foreigner-{kind}", folder) : null;
        NationalRegister = Signer($"rrn-{kind}", folder, kind == "ec" ? HashAlgorithmName.SHA384 : HashAlgorithmName.SHA256);
        OldNationalRegister = kind == "ec" ? null : Signer($"rrn-old-{kind}", folder, HashAlgorithmName.SHA1);
        Responders = [.. Authorities.Select(authority => Responder(authority, folder.Key($"ocsp-{authority.Name}")))];
    }

    public PkiAddresses Addresses => addresses;

    public CertificationAuthority Root { get; }

    public CertificationAuthority CitizenCa { get; }

    /// <summary>In the EC half.</summary>
    public CertificationAuthority? ForeignerCa { get; }

    public NationalRegisterSigner NationalRegister { get; }

    /// <summary>In the RSA half: the signer of cards up to 1.1, RSA-1024 with SHA-1.</summary>
    public NationalRegisterSigner? OldNationalRegister { get; }

    public IReadOnlyList<ResponderIdentity> Responders { get; }

    /// <summary>The root and who issues below it.</summary>
    public IReadOnlyList<CertificationAuthority> Authorities => ForeignerCa is null ? [Root, CitizenCa] : [Root, CitizenCa, ForeignerCa];

    /// <summary>A signer that a root of the same name as this one certified, with keys that nobody pinned.</summary>
    public NationalRegisterSigner UntrustedRegister()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var impostor = new CertificationAuthority(
            Root.Name, AuthorityProfile.Root(key, CertificateValidity.Around(now, yearsBefore: 10, yearsAfter: 20)), key, addresses);
        var signing = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var certificate = impostor.Issue(
            ServiceProfile.NationalRegister(impostor, signing, addresses), CertificateValidity.Around(now, yearsBefore: 2, yearsAfter: 9), Serial.Random());
        return new NationalRegisterSigner(certificate, signing, HashAlgorithmName.SHA384);
    }

    public void Dispose()
    {
        foreach (var identity in Responders)
        {
            identity.Responder.Dispose();
        }

        NationalRegister.Dispose();
        OldNationalRegister?.Dispose();
        foreach (var authority in Authorities)
        {
            authority.Dispose();
        }
    }

    private CertificationAuthority HolderCa(string commonName, string name, PkiFolder folder)
    {
        var key = folder.Key(name);
        return new CertificationAuthority(
            name, IssueService(AuthorityProfile.HolderCa(commonName, Root, key, addresses), name, yearsAfter: 10), key, addresses)
        {
            NamedIssuer = habits.IssuerAddressNamesRoot ? Root.Name : name,
        };
    }

    private NationalRegisterSigner Signer(string name, PkiFolder folder, HashAlgorithmName hash)
    {
        var key = folder.Key(name);
        return new NationalRegisterSigner(IssueService(ServiceProfile.NationalRegister(Root, key, addresses), name, yearsAfter: 9), key, hash);
    }

    private X509Certificate2 IssueService(CertificateRequest request, string name, int yearsAfter)
    {
        var validity = CertificateValidity.Around(now, yearsBefore: 2, yearsAfter);
        // What is issued anew with the same content on each opening keeps its serial, so the register grows by the day and not by the opening.
        var rootKey = Convert.ToHexString(SHA256.HashData(Root.Certificate.RawData));
        var place = habits.AuthorityWithoutOcsp ? "" : addresses.Responder.AbsoluteUri;
        var serial = Serial.For($"{name} {validity.NotBefore:O} {place} {rootKey}");
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
