using System.Security.Cryptography;
using EidAuth.ConformanceTests.Pki;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Revocation;

/// <summary>
/// Genuine answers of the Belgian responders about CAs, where a folder of them is at hand, and generated ones of the same shape, which always run: good at their time
/// to whoever asked them, nobody else's, stale now.
/// </summary>
[Trait("Group", TestGroup.Trust)]
public sealed class RealAnswerTests
{
    private static readonly Uri Address = new("http://127.0.0.1/");
    private static readonly DateTimeOffset Today = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory(DisplayName = "O20: genuine answers are good at their time and stale now")]
    [InlineData("citizen-ca-201803-20200905", "citizen-201803-brca4", "belgium-root-ca4-2032", true)]
    [InlineData("citizen-ca-201803-20220802", "citizen-201803-brca4", "belgium-root-ca4-2032", true)]
    [InlineData("citizen-ca-201806-20220124", "citizen-201806-brca4", "belgium-root-ca4-2028", true)]
    [InlineData("citizen-ca-201806-20230316", "citizen-201806-brca4", "belgium-root-ca4-2028", true)]
    [InlineData("foreigner-ca-201721-20200218", "foreigner-201721-brca4", "belgium-root-ca4-2032", true)]
    [InlineData("timestamp-ca-202101-20230316", "timestamp-202101-brca6", "belgium-root-ca6", false)]
    [InlineData("timestamp-ca-202101-20241108", "timestamp-202101-brca6", "belgium-root-ca6", false)]
    [InlineData("timestamp-ca-202101-20250429", "timestamp-202101-brca6", "belgium-root-ca6", false)]
    public void Genuine_answers(string answer, string subject, string root, bool repeatsNonce)
    {
        var body = File.ReadAllBytes(Path.Combine(Require.Shared(), "pki", "ocsp", answer + ".der"));
        var certificate = Read($"roots/{root}.pem");

        CheckAll(body, Read($"issuing/{subject}.pem"), new CertificateAuthority(certificate, VerificationKey.Of(certificate)!), repeatsNonce, repeatsNonce ? 60 : 59, Today);
    }

    [Theory(DisplayName = "O20: generated answers of both shapes are good at their time and stale now")]
    [InlineData(true)]
    [InlineData(false)]
    public void Generated_answers(bool isRsa)
    {
        var scenario = isRsa ? LoginScenario.Rsa() : LoginScenario.Ec();
        var answer = scenario.IssuerAnswer;
        if (isRsa)
        {
            answer.Certificates = [scenario.RootResponder.Encoded, scenario.Root.Encoded];
        }
        else
        {
            (answer.ByKey, answer.Nonce, answer.NextUpdate) = (true, _ => null, scenario.Now.AddSeconds(59));
            answer.SingleExtensions = Der.Explicit(1, Der.Sequence(ForgedOcspAnswer.Extension("1.3.6.1.5.5.7.48.1.6", Der.GeneralizedTime(scenario.Now.AddYears(-5)))));
        }

        Assert.True(Certificate.TryRead(scenario.Ca.Encoded, out var subject));
        var authority = CrlScenario.Proven(scenario.Root);
        var body = answer.Answer(OcspQuestion.About(subject!, authority, Address).Request);

        CheckAll(body, subject!, authority, isRsa, isRsa ? 60 : 59, scenario.Now.AddDays(200));
    }

    private static void CheckAll(byte[] body, Certificate subject, CertificateAuthority authority, bool repeatsNonce, int lifetime, DateTimeOffset today)
    {
        var response = Response(body);
        var producedAt = response.ProducedAt;
        var nonce = Nonce(response);
        var asked = OcspQuestion.About(subject, authority, Address, nonce: nonce);
        var rules = OcspRules.ForIssuer(nonceRequired: !nonce.IsEmpty);

        Assert.Equal(repeatsNonce, response.Nonce is not null);
        Assert.Equal(new OcspVerdict(null, new OcspAnswer(producedAt, producedAt, producedAt.AddSeconds(lifetime))), OcspJudge.Judge(asked, body, rules, producedAt.AddSeconds(1)));
        Assert.Null(OcspJudge.Judge(asked, body, rules, producedAt.AddSeconds(lifetime).AddSeconds(60)).Rejection);
        Assert.Equal(LoginRejection.OcspStale, OcspJudge.Judge(asked, body, rules, producedAt.AddSeconds(lifetime).AddSeconds(61)).Rejection);
        Assert.Equal(LoginRejection.OcspNotYetValid, OcspJudge.Judge(asked, body, rules, producedAt.AddSeconds(-61)).Rejection);
        Assert.Equal(LoginRejection.OcspSignature, OcspJudge.Judge(asked, TurnLastSignatureBit(body), rules, producedAt).Rejection);

        // Today even the responders' certificates have ended; where one has not, the answer has.
        Assert.Contains(OcspJudge.Judge(asked, body, rules, today).Rejection, new LoginRejection?[] { LoginRejection.OcspStale, LoginRejection.OcspResponderInvalid });

        // To somebody who asked with another nonce, and demands it, it is no answer.
        var other = OcspQuestion.About(subject, authority, Address);
        Assert.Equal(LoginRejection.OcspNonce, OcspJudge.Judge(other, body, OcspRules.ForIssuer(nonceRequired: true), producedAt).Rejection);
    }

    // Some were asked by programs that did not wrap their nonce, and got it back as they had sent it: to them it is as if none had been asked for.
    private static ReadOnlyMemory<byte> Nonce(OcspResponse response)
    {
        var reader = new DerReader(response.Nonce ?? default);
        return reader.TryRead(DerTag.OctetString, out var nonce) && reader.IsEmpty ? nonce : default;
    }

    private static OcspResponse Response(byte[] body)
    {
        Assert.True(OcspResponse.TryReadStatus(body, out var status, out var basic));
        Assert.Equal(0, status);
        Assert.True(OcspResponse.TryRead(basic, out var response));
        return response!;
    }

    private static byte[] TurnLastSignatureBit(byte[] body)
    {
        var signature = Response(body).Signature;
        return Forge.FlipBit(body, body.AsSpan().IndexOf(signature.Span) + signature.Length - 1);
    }

    private static Certificate Read(string file)
    {
        var pem = File.ReadAllText(Path.Combine(Require.Shared(), "pki", file));
        Assert.True(Certificate.TryRead(Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]), out var certificate));
        return certificate!;
    }
}
