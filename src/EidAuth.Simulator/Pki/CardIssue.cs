using System.Security.Cryptography;
using EidAuth.Simulator.Cards;

namespace EidAuth.Simulator.Pki;

/// <summary>One card being issued: who certifies the holder, who signs the files, and what the OCSP responder will say.</summary>
internal sealed class CardIssue(Citizen citizen, TestPki pki, PkiAddresses addresses, IssuedRegister register, DateTimeOffset now)
{
    // RFC 5280 §5.3.1.
    private const int KeyCompromise = 1;
    private const int CertificateHold = 6;

    private readonly CardProfile profile = CardProfile.Of(citizen);

    public SimulatedCard Make(CardKeys keys, CardHabits habits)
    {
        var branch = profile.Authority.Value == "ec" ? pki.Ec : pki.Rsa;
        var issuer = citizen.ForeignerCa
            ? branch.ForeignerCa ?? throw new ArgumentException("The RSA half of the test PKI has no Foreigner CA.", nameof(habits))
            : branch.CitizenCa;
        using var untrusted = citizen.Has(CitizenFault.UntrustedRegister) ? branch.UntrustedRegister() : null;
        var signer = untrusted ?? Register();
        var certificates = new CardCertificates(
            Certify(HolderCertificate.Authentication, issuer, keys.Authentication),
            Certify(HolderCertificate.Signature, issuer, keys.Signature),
            issuer.Certificate.RawData,
            branch.Root.Certificate.RawData,
            signer.Certificate.RawData);
        return new CardPersonalisation(citizen, profile, habits, signer).Make(certificates, keys, now);
    }

    private NationalRegisterSigner Register() => profile.Register.Value switch
    {
        "rsa-1024" => pki.Rsa.OldNationalRegister!,
        "rsa-2048" => pki.Rsa.NationalRegister,
        "ec" => pki.Ec.NationalRegister,
        _ => throw new InvalidDataException($"Profile {profile.Id}: the National Register signs as rsa-1024, rsa-2048 or ec."),
    };

    private byte[]? Certify(HolderCertificate kind, CertificationAuthority issuer, AsymmetricAlgorithm key)
    {
        if (!citizen.Certificates.Contains(kind))
        {
            return null;
        }

        var request = kind == HolderCertificate.Authentication
            ? HolderProfile.Authentication(issuer, citizen, key, addresses)
            : HolderProfile.Signature(issuer, citizen, key, addresses);
        var validity = CertificateValidity.Around(now, yearsBefore: 1, yearsAfter: 9);
        if (citizen.Has(CitizenFault.Expired))
        {
            validity = new CertificateValidity(validity.NotBefore, CertificateValidity.Around(now, 0, 0).NotBefore.AddDays(-30));
        }

        var serial = Serial.Random();
        register.Record(issuer.Name, serial, Status());
        using var certificate = issuer.Issue(request, validity, serial);
        return certificate.RawData;
    }

    private CertificateStatus Status() => citizen switch
    {
        _ when citizen.Has(CitizenFault.Revoked) => new CertificateStatus.Revoked(now.AddDays(-1), KeyCompromise),
        _ when citizen.Has(CitizenFault.OnHold) => new CertificateStatus.Revoked(now.AddDays(-1), CertificateHold),
        _ => new CertificateStatus.Good(),
    };
}
