using System.Security.Cryptography;
using System.Text;
using EidAuth.Belpic;
using EidAuth.Pki;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.UnitTests.Proof;

/// <summary>A card's files as a test wants them: right from the start, each part changeable before it is signed, or after by <c>with</c> on the content.</summary>
public sealed class ForgedCard
{
    public const string Register4 = "2.16.56.12.1.1.4";
    public const string Register6 = "2.16.56.13.6.0.1";

    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private ForgedCard(bool rsa)
    {
        ForgeKey Pick(int number) => rsa ? ForgeKey.Rsa(number) : ForgeKey.P384(number);
        var rootName = ForgedName.Of((ForgedName.Country, "BE"), (ForgedName.CommonName, rsa ? "Test Root 4" : "Test Root 6"));
        Root = Issue(Pick(0), rootName, Pick(0), rootName, [0x01])
            .With(Forge.BasicConstraints, Forge.Ca(rsa ? null : (byte)1), critical: true)
            .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign | Forge.CrlSign), critical: true)
            .With(Forge.SubjectKeyIdentifier, Der.OctetString(Pick(0).Sha1));
        Register = Issue(Pick(1), RegisterName, Pick(0), rootName, [0x04, 0x01])
            .With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature | Forge.NonRepudiation), critical: true)
            .With(Forge.Policies, Forge.PolicyList(rsa ? Register4 : Register6))
            .With(Forge.BasicConstraints, Der.Sequence())
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(Pick(0).Sha1));
        Authentication = Issue(Pick(2), LoginScenario.HolderName(LoginScenario.NationalNumber), Pick(3), rootName, [0x10, 1])
            .With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature), critical: true);
        Register.NotBefore = Now.AddYears(-2);
        Photo = rsa ? [0xFF, 0xD8, 1, 2, 3] : [0xFF, 0xD8, 4, 5, 6];
        BasicKey = rsa ? null : ForgeKey.P384(4).SubjectPublicKeyInfo;
        Applet = rsa ? AppletVersion.V17 : AppletVersion.V18;
        Fields = new SortedDictionary<byte, byte[]>
        {
            [0x01] = Encoding.ASCII.GetBytes("592000000012"),
            [0x02] = ChipNumber,
            [0x03] = Encoding.ASCII.GetBytes("02.03.2025"),
            [0x04] = Encoding.ASCII.GetBytes("02.03.2035"),
            [0x05] = Encoding.UTF8.GetBytes("Brussel"),
            [0x06] = Encoding.ASCII.GetBytes(LoginScenario.NationalNumber),
            [0x07] = Encoding.UTF8.GetBytes("Voorbeeld"),
            [0x08] = Encoding.UTF8.GetBytes("Nele Marie"),
            [0x09] = [],
            [0x0A] = Encoding.UTF8.GetBytes("Belg"),
            [0x0B] = Encoding.UTF8.GetBytes("Brussel"),
            [0x0C] = Encoding.UTF8.GetBytes("13 MAAR 1985"),
            [0x0D] = Encoding.ASCII.GetBytes("V"),
            [0x0E] = [],
            [0x0F] = Encoding.ASCII.GetBytes("1"),
            [0x10] = Encoding.ASCII.GetBytes("0"),
            [0x11] = rsa ? SHA256.HashData(Photo) : SHA384.HashData(Photo),
        };
        if (BasicKey is not null)
        {
            Fields[0x1A] = SHA384.HashData(BasicKey);
        }
    }

    public ForgedCertificate Root { get; }

    public ForgedCertificate Register { get; }

    public ForgedCertificate Authentication { get; }

    public AppletVersion Applet { get; set; }

    public byte[] ChipNumber { get; } = [0x53, 0x4C, 0x47, 0x90, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

    /// <summary>The identity's fields by tag.</summary>
    public SortedDictionary<byte, byte[]> Fields { get; }

    public byte[] AddressFile { get; set; } = [0x01, 3, .. "A 1"u8, 0x02, 4, .. "1000"u8, 0x03, 7, .. "Brussel"u8, .. new byte[99]];

    public byte[] Photo { get; set; }

    public byte[]? BasicKey { get; }

    /// <summary>What 4032 and 4034 are signed with; the key's usual unless set.</summary>
    public byte[]? SignatureAlgorithm { get; set; }

    private static byte[] RegisterName =>
        ForgedName.Of((ForgedName.Country, "BE"), ("2.5.4.10", "RRN"), (ForgedName.CommonName, "RRN"));

    /// <summary>Applet 1.7 under an RSA root.</summary>
    public static ForgedCard Rsa() => new(rsa: true);

    /// <summary>Applet 1.8 under an EC root.</summary>
    public static ForgedCard Ec() => new(rsa: false);

    public static Identity Parse(byte[] file)
    {
        Assert.True(Identity.TryParse(file, out var identity));
        return identity!;
    }

    public static Address ParseAddress(byte[] file)
    {
        Assert.True(Address.TryParse(file, out var address));
        return address!;
    }

    public byte[] IdentityFile() => [.. Fields.SelectMany(field => (byte[])[field.Key, (byte)field.Value.Length, .. field.Value])];

    /// <summary>A signature file: RSA as it is, ECDSA in DER with zeros up to 256 bytes.</summary>
    public byte[] Sign(byte[] data)
    {
        var signature = Register.Key.Sign(data, SignatureAlgorithm ?? Register.Key.Algorithm);
        return [.. signature, .. new byte[Math.Max(0, 256 - signature.Length)]];
    }

    /// <summary>Everything signed and read.</summary>
    public CardContent Content()
    {
        var identity = IdentityFile();
        var identitySignature = Sign(identity);
        return new CardContent
        {
            Applet = Applet,
            ChipNumber = ChipNumber,
            Identity = Parse(identity),
            IdentitySignature = identitySignature,
            Address = ParseAddress(AddressFile),
            AddressSignature = Sign([.. AddressFile.AsSpan().TrimEnd((byte)0), .. identitySignature]),
            Photo = Photo,
            NationalRegisterCertificate = Register.Encoded,
            RootCertificate = Root.Encoded,
            AuthenticationCertificate = Authentication.Encoded,
            BasicKey = BasicKey,
        };
    }

    public CardProof Judge() => Judge(Content());

    public CardProof Judge(CardContent content, DateTimeOffset? now = null, CardParts expected = CardParts.None)
    {
        using var anchors = new CertificateFiles([Root.Encoded]);
        return CardProof.Judge(content, TrustAnchors.FromTestFolder(anchors.Path), now ?? Now, expected);
    }

    private static ForgedCertificate Issue(ForgeKey key, byte[] subject, ForgeKey issuerKey, byte[] issuer, byte[] serialNumber) => new()
    {
        Key = key,
        Subject = subject,
        IssuerKey = issuerKey,
        Issuer = issuer,
        SerialNumber = serialNumber,
        NotBefore = Now.AddYears(-10),
        NotAfter = Now.AddYears(10),
    };
}
