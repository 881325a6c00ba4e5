using EidAuth.Pki;
using EidAuth.Testing.Certificates;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>A revocation list that says "not listed" of a certificate of its CA. A test changes one thing and asks again.</summary>
internal sealed class CrlScenario
{
    private CrlScenario(LoginScenario login)
    {
        Login = login;
        (Authority, Subject) = (login.Ca, login.Leaf);
        List = ForgedCrl.Of(login.Ca, login.Now);
    }

    /// <summary>The PKI around it.</summary>
    public LoginScenario Login { get; }

    public DateTimeOffset Now => Login.Now;

    /// <summary>The list's CA.</summary>
    public ForgedCertificate Authority { get; set; }

    /// <summary>The certificate asked about.</summary>
    public ForgedCertificate Subject { get; set; }

    public ForgedCrl List { get; set; }

    public CrlRules Rules { get; set; } = CrlRules.ForHolder;

    public CrlLimits Limits { get; set; } = CrlLimits.Default;

    /// <summary>P-384: a Citizen CA's list, asked about a holder.</summary>
    public static CrlScenario Ec() => new(LoginScenario.Ec());

    /// <summary>The same with RSA.</summary>
    public static CrlScenario Rsa() => new(LoginScenario.Rsa());

    /// <summary>The root's list, asked about the Citizen CA.</summary>
    public static CrlScenario OfRoot()
    {
        var login = LoginScenario.Ec();
        return new CrlScenario(login) { Authority = login.Root, Subject = login.Ca, List = ForgedCrl.Of(login.Root, login.Now), Rules = CrlRules.ForIssuer };
    }

    /// <summary>Lists the certificate.</summary>
    public CrlScenario Listing(params byte[][] extensions)
    {
        List.Entries = [.. List.Entries, ForgedCrl.Entry(Subject.SerialNumber, Now.AddDays(-3), extensions)];
        return this;
    }

    /// <summary>What comes of it.</summary>
    public CrlVerdict Run()
    {
        var reading = CrlReader.Read(List.Encode(), Limits);
        return reading.List is { } list ? CrlJudge.Judge(list, Proven(), Question(), Rules, Now) : CrlVerdict.Undecided(reading.Defect!.Value);
    }

    /// <summary>The list's CA, as a path would prove it.</summary>
    public CertificateAuthority Proven() => Proven(Authority);

    public static CertificateAuthority Proven(ForgedCertificate authority)
    {
        var certificate = Read(authority);
        return new CertificateAuthority(certificate, VerificationKey.Of(certificate)!);
    }

    public CrlSubject Question() => CrlSubject.Of(Read(Subject));

    private static Certificate Read(ForgedCertificate certificate) =>
        Certificate.TryRead(certificate.Encoded, out var read) ? read! : throw new InvalidOperationException("The forged certificate does not read.");
}
