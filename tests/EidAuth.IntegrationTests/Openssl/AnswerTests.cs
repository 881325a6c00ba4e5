using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.IntegrationTests.Openssl;

/// <summary>OpenSSL as an independent judge of responders' answers: <c>openssl ocsp -respin</c>, with our skew and our greatest age.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class AnswerTests
{
    private static readonly AnswerComparison[] Rows =
    [
        new("good", false, _ => { }, null, "good"),
        new("good (RSA)", true, _ => { }, null, "good"),
        new("good, named by key", false, s => s.HolderAnswer.ByKey = true, null, "good"),
        new("signed by the CA itself", false, s => (s.HolderAnswer.Responder, s.HolderAnswer.EmbedsResponder) = (s.Ca, false), null, "good"),
        new("CA and root before the responder's certificate", true, s => s.HolderAnswer.Certificates = [s.Ca.Encoded, s.Root.Encoded, s.HolderResponder.Encoded], null, "good"),
        new("the wanted one after an unrelated one", false, s => s.HolderAnswer.Responses = good => [Single(s, [0x10, 0x99]), good], null, "good"),
        new("revoked", false, s => s.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(s.Now.AddDays(-1), 1), "CertificateRevoked", "revoked"),
        new("on hold", true, s => s.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(s.Now.AddDays(-1), 6), "CertificateOnHold", "revoked"),
        new("revoked in the future", false, s => s.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(s.Now.AddDays(1), null), "CertificateRevoked", "revoked"),
        new("unknown", false, s => s.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Unknown, "OcspUnknown", "unknown"),
        new("one bit of the signature turned", false, s => s.HolderAnswer.ChangeSignature = x => Forge.FlipBit(x, -1), "OcspSignature", "failure"),
        new("one bit of the signature turned (RSA)", true, s => s.HolderAnswer.ChangeSignature = x => Forge.FlipBit(x, -1), "OcspSignature", "failure"),
        new("signed by the root's responder", false, s => s.HolderAnswer.Responder = s.RootResponder, "OcspResponderUnauthorized", "failure"),
        new("signed by the root", false, s => s.HolderAnswer.Responder = s.Root, "OcspResponderUnauthorized", "failure"),
        new("signed by the responder of a sibling CA", false, Sibling, "OcspResponderUnauthorized", "failure"),
        new("a responder without OCSPSigning", false, s => s.HolderResponder.Without(Forge.ExtendedKeyUsage), "OcspResponderUnauthorized", "failure"),
        new("a responder with anyExtendedKeyUsage only", false, s => s.HolderResponder.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.AnyPurpose)), "OcspResponderUnauthorized", "failure"),
        new("a citizen's own certificate", false, s => s.HolderAnswer.Responder = s.Leaf, "OcspResponderUnauthorized", "failure"),
        new("a responder signed by another key", false, s => s.HolderResponder.IssuerKey = ForgeKey.P384(5), "OcspResponderUnauthorized", "failure"),
        new("a responder that expired", false, s => s.HolderResponder.NotAfter = s.Now.AddDays(-1), "OcspResponderInvalid", "failure"),
        new("a responder that is not yet valid", false, s => s.HolderResponder.NotBefore = s.Now.AddDays(1), "OcspResponderInvalid", "failure"),
        new("a responder with an unknown critical extension", false, s => s.HolderResponder.With("1.2.3.4.5", Der.Null, critical: true), "OcspResponderInvalid", "failure"),
        new("a responder that is a CA", false, s => s.HolderResponder.With(Forge.BasicConstraints, Forge.Ca(0), critical: true), "OcspResponderInvalid", "good") { Why = "A responder of ours is an end entity; OpenSSL does not mind." },
        new("a responder without nocheck", false, s => s.HolderResponder.Without(Forge.OcspNoCheck), "OcspResponderRevocation", "good") { Why = "RFC 6960 §4.2.2.2.1: the responder's own revocation has to be known; OpenSSL does not ask unless told to." },
        new("a responder's name that is nobody's", false, s => s.HolderAnswer.ResponderId = Der.Explicit(1, s.Leaf.Subject), "OcspResponderUnknown", "failure"),
        new("no certificates, signed by an unknown key", false, s => s.HolderAnswer.EmbedsResponder = false, "OcspResponderUnknown", "failure"),
        new("signed with SHA-1", true, s => s.HolderAnswer.Algorithm = ForgeAlgorithm.RsaSha1, "OcspAlgorithm", "good") { Why = "Ours accepts SHA-2 alone, since nobody needs more; OpenSSL accepts SHA-1 at its security level 1." },
        new("about another serial number", false, s => s.HolderAnswer.CertificateId = ForgedOcspAnswer.IdOf(s.Ca.Subject, s.Ca.Key, [0x10, 0x11]), "OcspCertificateMismatch", "no status"),
        new("about another key of the CA", false, s => s.HolderAnswer.CertificateId = ForgedOcspAnswer.IdOf(s.Ca.Subject, ForgeKey.P384(5), s.Leaf.SerialNumber), "OcspCertificateMismatch", "failure"),
        new("an empty list", false, s => s.HolderAnswer.Responses = _ => [], "OcspCertificateMismatch", "failure"),
        new("two for the same certificate: good, then revoked", false, s => s.HolderAnswer.Responses = good => [good, s.HolderAnswer.SingleResponse(Id(s, s.Leaf.SerialNumber), ForgedOcspAnswer.Revoked(s.Now, null))], "OcspCertificateMismatch", "good") { Why = "OpenSSL takes the first that it finds; we refuse what says two things." },
        new("nextUpdate five minutes ago", false, s => (s.HolderAnswer.ProducedAt, s.HolderAnswer.NextUpdate) = (s.Now.AddMinutes(-10), s.Now.AddMinutes(-5)), "OcspStale", "times"),
        new("thisUpdate in five minutes", false, s => s.HolderAnswer.ThisUpdate = s.Now.AddMinutes(5), "OcspNotYetValid", "times"),
        new("no nextUpdate", false, s => s.HolderAnswer.HasNextUpdate = false, "OcspStale", "good") { Why = "RFC 5019 §4 demands it; OpenSSL takes such an answer as long as its age allows." },
        new("nextUpdate before thisUpdate", false, s => (s.HolderAnswer.ThisUpdate, s.HolderAnswer.NextUpdate) = (s.Now.AddSeconds(20), s.Now.AddSeconds(10)), "OcspStale", "times"),
        new("a day old, for ten years", false, s => (s.HolderAnswer.ProducedAt, s.HolderAnswer.NextUpdate) = (s.Now.AddDays(-1), s.Now.AddYears(10)), "OcspStale", "times"),
        new("internalError", false, s => s.HolderAnswer.Status = 2, "OcspUnavailable", "error status"),
        new("unauthorized", false, s => s.HolderAnswer.Status = 6, "OcspUnavailable", "error status"),
        new("an unknown critical extension of the answer", false, s => s.HolderAnswer.MoreExtensions = [ForgedOcspAnswer.Extension("1.2.3.4.5", Der.Null, critical: true)], "OcspCriticalExtension", "good") { Why = "RFC 6960 §4.4 and RFC 5280 §4.2: who does not know a critical extension refuses; OpenSSL does not look at them." },
        new("an unknown extension of the answer", false, s => s.HolderAnswer.MoreExtensions = [ForgedOcspAnswer.Extension("1.2.3.4.5", Der.Null)], null, "good"),
        new("another response type", false, s => s.HolderAnswer.ResponseType = "1.3.6.1.5.5.7.48.1.2", "OcspMalformed", "unreadable"),
        new("version 2", false, s => s.HolderAnswer.Version = Der.Explicit(0, Der.Number(1)), "OcspMalformed", "good") { Why = "RFC 6960 §4.2.1 knows version 1 alone; OpenSSL does not look at it." },
        new("a byte after it", false, s => s.HolderAnswer.ChangeEncoded = x => [.. x, 0x00], "OcspMalformed", "good") { Why = "OpenSSL ignores what follows." },
        new("cut off", false, s => s.HolderAnswer.ChangeEncoded = x => x[..^1], "OcspMalformed", "unreadable"),
        new("a page in HTML", false, s => s.HolderAnswer.ChangeEncoded = _ => Der.Ascii("<html></html>"), "OcspMalformed", "unreadable"),
    ];

    public static IEnumerable<TheoryDataRow<int>> Names() => Rows.Select((row, index) => new TheoryDataRow<int>(index) { TestDisplayName = $"OpenSSL and an answer: {row.Title}" });

    [Theory]
    [MemberData(nameof(Names))]
    public async Task OpenSSL_agrees_or_the_table_says_why_not(int index)
    {
        Require.Programs("openssl");
        var row = Rows[index];
        var scenario = LoginScenario.At(TimeProvider.System.GetUtcNow(), row.IsRsa);
        row.Change(scenario);
        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;
        var body = scenario.HolderAnswer.Answer(pending.Holder.Ocsp!.Request);
        using var folder = new OpensslFolder();
        await File.WriteAllBytesAsync(folder.PathOf("answer.der"), body, TestContext.Current.CancellationToken);
        var ca = folder.Write("ca.pem", scenario.Ca);

        var theirs = await OpensslFolder.TryAsync(
            "ocsp", "-no_nonce", "-issuer", ca, "-cert", folder.Write("leaf.pem", scenario.Leaf), "-respin", folder.PathOf("answer.der"),
            "-CAfile", folder.Write("root.pem", scenario.Root), "-verify_other", ca, "-validity_period", "60", "-status_age", "900");

        var check = new RevocationCheck(pending.Holder, RevocationPolicy.HardFail, new CrlStore(), new OcspAnswerCache());
        check.TakeAnswer(body, scenario.Now);
        var ours = Assert.IsType<RevocationStep.Conclude>(check.Next(scenario.Now)).Finding.Rejection?.ToString();
        Assert.Equal((row.Ours, row.Theirs), (ours, AnswerComparison.Outcome(theirs)));
        Assert.True(row.Agrees == (row.Why is null), "where the two differ, and only there, the table says why");
    }

    [Theory]
    [InlineData(true, CertIdHash.Sha256, null)]
    [InlineData(false, CertIdHash.Sha256, null)]
    [InlineData(false, CertIdHash.Sha1, LoginRejection.OcspCertificateMismatch)]
    public async Task Its_responder_answers_questions_with_SHA_256(bool rsa, CertIdHash judgedAs, LoginRejection? expected)
    {
        Require.Programs("openssl");
        var scenario = LoginScenario.At(TimeProvider.System.GetUtcNow(), rsa);
        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;
        using var folder = new OpensslFolder();
        var check = Begin(CertIdHash.Sha256);
        var asked = Assert.IsType<RevocationStep.AskResponder>(check.Next(scenario.Now)).Question;

        var answer = await folder.AnswerAsync(asked.Request, scenario.Ca, scenario.HolderResponder, OpensslFolder.Line('V', scenario.Leaf));

        // A question of another hash has another nonce too: none is compared, so that the CertID alone decides.
        var judge = judgedAs == CertIdHash.Sha256 ? check : Begin(judgedAs);
        judge.TakeAnswer(answer, scenario.Now);
        Assert.Equal(expected, Assert.IsType<RevocationStep.Conclude>(judge.Next(scenario.Now)).Finding.Rejection);

        RevocationCheck Begin(CertIdHash hash) => new(
            pending.Holder,
            RevocationPolicy.HardFail with { CertIdHash = hash, NonceHabits = new Dictionary<string, NonceHabit> { ["127.0.0.1"] = NonceHabit.Refuses } },
            new CrlStore(),
            new OcspAnswerCache());
    }

    private static byte[] Id(LoginScenario scenario, byte[] serialNumber) => ForgedOcspAnswer.IdOf(scenario.Ca.Subject, scenario.Ca.Key, serialNumber);

    private static byte[] Single(LoginScenario scenario, byte[] serialNumber) => scenario.HolderAnswer.SingleResponse(Id(scenario, serialNumber), ForgedOcspAnswer.Good);

    private static void Sibling(LoginScenario scenario)
    {
        var sibling = scenario.Issue(
            ForgeKey.P384(6),
            ForgedName.Of((ForgedName.CommonName, "Citizen CA"), (ForgedName.SerialNumber, "202602")),
            scenario.Root.Key,
            scenario.Root.Subject,
            [0x02, 0x02]);
        scenario.HolderAnswer.Responder = scenario.IssueResponder(ForgeKey.P256(2), "Sibling responder", sibling);
    }
}
