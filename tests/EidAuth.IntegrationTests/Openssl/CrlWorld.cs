using EidAuth.Pki;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.IntegrationTests.Openssl;

/// <summary>A forged PKI and the list of its Citizen CA.</summary>
internal sealed class CrlWorld
{
    public CrlWorld() => Crl = ForgedCrl.Of(Login.Ca, Login.Now);

    public LoginScenario Login { get; } = LoginScenario.Ec();

    public DateTimeOffset Now => Login.Now;

    public ForgedCrl Crl { get; set; }

    /// <summary>The holder's entry.</summary>
    public byte[] Revoked(byte? reason = null) =>
        reason is { } code ? ForgedCrl.Entry(Login.Leaf.SerialNumber, Now.AddDays(-1), ForgedCrl.Reason(code)) : ForgedCrl.Entry(Login.Leaf.SerialNumber, Now.AddDays(-1));

    public void List(params byte[][] entries) => Crl.Entries = entries;

    public void Scope(params byte[][] fields) => Crl.With(Forge.IssuingDistributionPoint, Der.Sequence(fields), critical: true);

    /// <summary>What we make of it for the holder.</summary>
    public CrlVerdict Judge()
    {
        Assert.True(Certificate.TryRead(Login.Ca.Encoded, out var ca));
        Assert.True(Certificate.TryRead(Login.Leaf.Encoded, out var leaf));
        var reading = CrlReader.Read(Crl.Encode(), CrlLimits.Default);
        return reading.List is { } list
            ? CrlJudge.Judge(list, new CertificateAuthority(ca!, VerificationKey.Of(ca!)!), CrlSubject.Of(leaf!), CrlRules.ForHolder, Now)
            : CrlVerdict.Undecided(reading.Defect!.Value);
    }
}
