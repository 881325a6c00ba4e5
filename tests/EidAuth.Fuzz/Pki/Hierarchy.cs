using EidAuth.Testing.Certificates;

namespace EidAuth.Fuzz.Pki;

/// <summary>A small PKI of the Belgian shape under a clock that stands still: root, issuing CA, holder, responder; EC, or RSA above an EC holder.</summary>
internal sealed class Hierarchy
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Hierarchy> OfEc = new(() => new Hierarchy(isRsa: false));
    private static readonly Lazy<Hierarchy> OfRsa = new(() => new Hierarchy(isRsa: true));

    private Hierarchy(bool isRsa)
    {
        var (root, ca) = isRsa ? (Keys.RsaRoot, Keys.RsaCa) : (Keys.Root, Keys.Ca);
        var leaf = isRsa ? Keys.RsaRoot : Keys.Leaf;
        var rootName = ForgedName.Of((ForgedName.Country, "BE"), (ForgedName.CommonName, isRsa ? "Fuzz Root 4" : "Fuzz Root 6"));
        var caName = ForgedName.Of((ForgedName.Country, "BE"), (ForgedName.CommonName, "Citizen CA"), (ForgedName.SerialNumber, isRsa ? "201801" : "202601"));
        Root = Issue(root, rootName, root, rootName, [0x01])
            .With(Forge.BasicConstraints, Forge.Ca(isRsa ? null : (byte)1), critical: true)
            .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign | Forge.CrlSign), critical: true)
            .With(Forge.SubjectKeyIdentifier, Der.OctetString(root.Sha1));
        Ca = IssueCa(ca, caName, Root, [0x02, 0x01], pathLength: 0);
        Leaf = Issue(leaf, LoginScenario.HolderName(LoginScenario.NationalNumber), ca, caName, [0x10, 0, 0, 0, 0, 0, 0, 0, 0x5A, 1, 2, 3, 4, 5, 6, 7])
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(ca.Sha1))
            .With(Forge.AuthorityInformationAccess, Forge.Access("http://127.0.0.1:8888/citizen", "http://127.0.0.1:8888/citizen.crt"))
            .With(Forge.CrlDistributionPoints, Forge.DistributionPoints("http://127.0.0.1:8888/citizen.crl"))
            .With(Forge.Policies, Forge.PolicyList(isRsa ? LoginScenario.Root4CitizenPolicy : LoginScenario.Root6CitizenPolicy))
            .With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth))
            .With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature), critical: true);
        Responder = Issue(Keys.Responder, ForgedName.Of((ForgedName.Country, "BE"), (ForgedName.CommonName, "Responder")), ca, caName, [0x03, 0x0A])
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(ca.Sha1))
            .With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.OcspSigning))
            .With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature), critical: true)
            .With(Forge.OcspNoCheck, Der.Null);
    }

    public static Hierarchy Ec => OfEc.Value;

    public static Hierarchy Rsa => OfRsa.Value;

    public ForgedCertificate Root { get; }

    public ForgedCertificate Ca { get; }

    public ForgedCertificate Leaf { get; }

    public ForgedCertificate Responder { get; }

    public static ForgedCertificate IssueCa(ForgeKey key, byte[] name, ForgedCertificate issuer, byte[] serialNumber, byte? pathLength) =>
        Issue(key, name, issuer.Key, issuer.Subject, serialNumber)
            .With(Forge.BasicConstraints, Forge.Ca(pathLength), critical: true)
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(issuer.Key.Sha1))
            .With(Forge.AuthorityInformationAccess, Forge.Access("http://127.0.0.1:8888/root", "http://127.0.0.1:8888/root.crt"))
            .With(Forge.Policies, Forge.PolicyList("2.5.29.32.0"))
            .With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth, Forge.EmailProtection))
            .With(Forge.SubjectKeyIdentifier, Der.OctetString(key.Sha1))
            .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign | Forge.CrlSign), critical: true);

    public static ForgedCertificate Issue(ForgeKey key, byte[] subject, ForgeKey issuerKey, byte[] issuer, byte[] serialNumber) => new()
    {
        Key = key,
        Subject = subject,
        IssuerKey = issuerKey,
        Issuer = issuer,
        SerialNumber = serialNumber,
        NotBefore = Now.AddDays(-365),
        NotAfter = Now.AddDays(365),
    };
}
