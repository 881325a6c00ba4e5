using System.Buffers.Binary;
using System.Globalization;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing.Certificates;

namespace EidAuth.Benchmarks.Validation;

/// <summary>A PKI with the shape of the Belgian one, and logins of its holders: each with a certificate, a challenge and an answer of its own.</summary>
internal sealed class MeasuredPki
{
    /// <summary>The verifier's clock.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private const string Site = "https://loket.example.be";
    private const string Address = "http://127.0.0.1:8888/";

    private readonly MeasuredKeys keys;
    private readonly byte[] rootName;

    public MeasuredPki(MeasuredKeys keys)
    {
        this.keys = keys;
        rootName = Name((ForgedName.CommonName, $"Measured Root {keys.Algorithm}"));
        Root = Issue(keys.Root, rootName, keys.Root, rootName, [0x01])
            .With(Forge.BasicConstraints, Forge.Ca(null), critical: true)
            .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign | Forge.CrlSign), critical: true)
            .With(Forge.SubjectKeyIdentifier, Der.OctetString(keys.Root.Sha1));
    }

    /// <summary>ES384, ES256 or RS256.</summary>
    public string Algorithm => keys.Algorithm;

    public ForgedCertificate Root { get; }

    /// <summary>A Citizen CA; those of different numbers share their key, as far as signatures go, and nothing else.</summary>
    public ForgedCertificate Authority(int number) => Issue(keys.Authority, AuthorityName(number), keys.Root, rootName, Serial(0x20, number))
        .With(Forge.BasicConstraints, Forge.Ca(0), critical: true)
        .With(Forge.AuthorityKeyIdentifier, Forge.Authority(keys.Root.Sha1))
        .With(Forge.AuthorityInformationAccess, Forge.Access(Address + "root", Address + "root.crt"))
        .With(Forge.CrlDistributionPoints, Forge.DistributionPoints(Address + "root.crl"))
        .With(Forge.Policies, Forge.PolicyList("2.5.29.32.0"))
        .With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth, Forge.EmailProtection))
        .With(Forge.SubjectKeyIdentifier, Der.OctetString(keys.Authority.Sha1))
        .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign | Forge.CrlSign), critical: true);

    /// <summary>The responder of a CA, or of the root.</summary>
    public ForgedCertificate Responder(ForgedCertificate authority) =>
        Issue(keys.Responder, Name((ForgedName.CommonName, "Measured OCSP Responder")), authority.Key, authority.Subject, [0x03])
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(authority.Key.Sha1))
            .With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.OcspSigning))
            .With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature), critical: true)
            .With(Forge.OcspNoCheck, Der.Null);

    /// <summary>The login of a holder, the number being the day's.</summary>
    public MeasuredLogin Login(int number, ForgedCertificate authority, ForgedCertificate responder)
    {
        var certificate = Holder(number, authority);
        _ = Origin.TryParse(Site, out var origin);
        var challenge = new byte[32];
        BinaryPrimitives.WriteInt32BigEndian(challenge, number);
        var message = new LoginMessage(origin!, Convert.ToBase64String(challenge));
        var (algorithm, hash) = certificate.Key.TokenAlgorithm;
        var signature = certificate.Key.SignDigest(message.Digest(hash), hash);
        return new MeasuredLogin(
            certificate,
            new LoginToken(certificate.Encoded, algorithm, signature, LoginFormat.WebEid1, null),
            message,
            [authority.Encoded, Root.Encoded],
            Answer(certificate, authority, responder));
    }

    /// <summary>What the responder says of a certificate: good, for a minute. Those with an EC key are named by it and add an archive cutoff, as under Root CA6.</summary>
    public static byte[] Answer(ForgedCertificate subject, ForgedCertificate authority, ForgedCertificate responder)
    {
        var isEc = responder.Key.TokenAlgorithm.Name != "RS256";
        return new ForgedOcspAnswer
        {
            Subject = subject,
            Authority = authority,
            Responder = responder,
            ProducedAt = Now,
            ByKey = isEc,
            SingleExtensions = isEc ? Der.Explicit(1, Der.Sequence(ForgedOcspAnswer.Extension("1.3.6.1.5.5.7.48.1.6", Der.GeneralizedTime(Now.AddYears(-6))))) : [],
            Nonce = _ => null,
        }.Answer(new byte[32]);
    }

    private static byte[] AuthorityName(int number) =>
        Name((ForgedName.CommonName, "Citizen CA"), (ForgedName.SerialNumber, (200000 + number).ToString(CultureInfo.InvariantCulture)));

    private static byte[] Name(params (string Type, string Value)[] attributes) => ForgedName.Of([(ForgedName.Country, "BE"), .. attributes]);

    private static byte[] Serial(byte kind, int number)
    {
        var serial = new byte[16];
        serial[0] = 0x10;
        serial[7] = kind;
        BinaryPrimitives.WriteInt32BigEndian(serial.AsSpan(12), number);
        return serial;
    }

    // Counters 999 are never given to anybody.
    private static string NationalNumber(int number)
    {
        var counted = ((((50L + (number / 336 % 49)) * 100) + 1 + (number / 28 % 12)) * 100_000) + ((1 + (number % 28)) * 1000) + 999;
        return string.Create(CultureInfo.InvariantCulture, $"{counted:000000000}{97 - (counted % 97):00}");
    }

    private ForgedCertificate Holder(int number, ForgedCertificate authority)
    {
        var subject = Name(
            (ForgedName.CommonName, "Nele Voorbeeld (Authentication)"),
            (ForgedName.Surname, "Voorbeeld"),
            (ForgedName.GivenName, "Nele Marie"),
            (ForgedName.SerialNumber, NationalNumber(number)));
        return Issue(keys.Holders[number % keys.Holders.Count], subject, authority.Key, authority.Subject, Serial(0x5A, number))
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(authority.Key.Sha1))
            .With(Forge.AuthorityInformationAccess, Forge.Access(Address + "citizen", Address + "citizen.crt"))
            .With(Forge.CrlDistributionPoints, Forge.DistributionPoints(Address + "citizen.crl"))
            .With(Forge.Policies, Forge.PolicyList(keys.HolderPolicy))
            .With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth))
            .With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature), critical: true);
    }

    private static ForgedCertificate Issue(ForgeKey key, byte[] subject, ForgeKey issuerKey, byte[] issuer, byte[] serialNumber) => new()
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
