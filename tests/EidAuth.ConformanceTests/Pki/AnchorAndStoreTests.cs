using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>Anchors, candidates, and what is kept between logins.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class AnchorAndStoreTests
{
    [Fact(DisplayName = "T1: no anchors is an error at start-up")]
    public void No_anchors_is_an_error()
    {
        using var empty = new CertificateFiles([]);

        var error = Assert.Throws<ArgumentException>(() => TrustAnchors.FromTestFolder(empty.Path));

        Assert.Contains("put a root's certificate into it", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TrustAnchors.FromTestFolder(Path.Combine(empty.Path, "absent")));
        Assert.Throws<ArgumentException>(() => IssuingCaStore.FromFolder(Path.Combine(empty.Path, "absent")));
    }

    [Fact(DisplayName = "T1+: one anchor is enough")]
    public void One_anchor_is_enough()
    {
        using var folder = new CertificateFiles([LoginScenario.Ec().Root.Encoded]);

        Assert.Single(TrustAnchors.FromTestFolder(folder.Path).Anchors);
    }

    [Theory(DisplayName = "T2: only a self-signed CA is an anchor")]
    [InlineData("leaf")]
    [InlineData("issuing CA")]
    [InlineData("root with another signature")]
    [InlineData("root without key identifier")]
    [InlineData("text")]
    public void Only_roots_are_anchors(string kind)
    {
        var scenario = LoginScenario.Ec();
        var bytes = kind switch
        {
            "leaf" => scenario.Leaf.Encoded,
            "issuing CA" => scenario.Ca.Encoded,
            "root with another signature" => Broken(scenario),
            "root without key identifier" => scenario.Root.Without(Forge.SubjectKeyIdentifier).Encoded,
            _ => Der.Ascii("CN=Test Root 6"),
        };
        using var folder = new CertificateFiles([bytes]);

        var error = Assert.Throws<ArgumentException>(() => TrustAnchors.FromTestFolder(folder.Path));

        Assert.Contains("000.crt", error.Message, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "T2+: a root is an anchor, as DER and as PEM")]
    public void Roots_are_anchors()
    {
        var pem = System.Security.Cryptography.PemEncoding.WriteString("CERTIFICATE", LoginScenario.Ec().Root.Encoded);
        using var folder = new CertificateFiles([LoginScenario.Rsa().Root.Encoded, Der.Ascii("a comment\n" + pem)]);

        var anchors = TrustAnchors.FromTestFolder(folder.Path);

        Assert.True(anchors.IsTest);
        Assert.Equal(2, anchors.Anchors.Count);
    }

    [Fact(DisplayName = "T3: test anchors and production pins are never together")]
    public void A_test_folder_has_no_production_pins()
    {
        using var folder = new CertificateFiles([LoginScenario.Ec().Root.Encoded]);

        Assert.False(TrustAnchors.Belgium.IsTest);
        Assert.Equal(3, TrustAnchors.Belgium.Anchors.Count);
        Assert.Single(TrustAnchors.FromTestFolder(folder.Path).Anchors);
    }

    [Theory(DisplayName = "T5: a wrong clock refuses and does not crash")]
    [InlineData(1970, LoginRejection.CertificateNotYetValid)]
    [InlineData(2050, LoginRejection.CertificateExpired)]
    public void A_wrong_clock_refuses(int year, LoginRejection expected)
    {
        var scenario = LoginScenario.Ec();
        _ = scenario.Leaf.Encoded;
        scenario.Now = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(new LoginOutcome.Rejected(expected), scenario.Run());
    }

    [Fact(DisplayName = "T5+: the same certificates under a right clock")]
    public void A_right_clock_accepts()
    {
        var scenario = LoginScenario.Ec();
        _ = scenario.Leaf.Encoded;

        Assert.IsType<LoginOutcome.Accepted>(scenario.Run());
    }

    [Theory(DisplayName = "P14: a root that was re-issued lives on, whichever of its certificates the card holds")]
    [InlineData(true)]
    [InlineData(false)]
    public void A_reissued_root_lives_on(bool withReissue)
    {
        var scenario = LoginScenario.Ec();
        var reissue = LoginScenario.Ec().Root;
        reissue.NotAfter = scenario.Now.AddYears(5);
        scenario.Root.NotAfter = scenario.Now.AddSeconds(-1);
        scenario.Anchors = () => withReissue ? [scenario.Root.Encoded, reissue.Encoded] : [scenario.Root.Encoded];

        if (withReissue)
        {
            Assert.IsType<LoginOutcome.Accepted>(scenario.Run());
        }
        else
        {
            Assert.Equal(new LoginOutcome.Rejected(LoginRejection.ChainExpired), scenario.Run());
        }
    }

    [Fact(DisplayName = "P11: a loop of CAs and many candidates of one name end at once")]
    public void Many_candidates_are_bounded()
    {
        var scenario = LoginScenario.Ec();
        var lookAlikes = Enumerable.Range(0, 200).Select(number => LookAlike(scenario, (byte)(number % 100), ForgeKey.P384(4 + (number % 3))).Encoded).ToArray();
        scenario.Folder = () => lookAlikes;
        scenario.Chain = () => [];
        var verifier = scenario.Verifier(out var store);

        Assert.Equal(new LoginOutcome.Rejected(LoginRejection.ChainUntrusted), scenario.Run(verifier));
        Assert.Equal(0, store.Count);
    }

    [Fact(DisplayName = "P36+: of two CAs with one name and identifier the right one is found, in either order")]
    public void The_right_one_of_two_is_found()
    {
        var scenario = LoginScenario.Ec();
        var wrong = LookAlike(scenario, 7, ForgeKey.P384(4));

        // The anchor itself signed it, with the name and the identifier of the right one.
        wrong.IssuerKey = scenario.Root.Key;
        wrong.With(Forge.SubjectKeyIdentifier, Der.OctetString(scenario.Ca.Key.Sha1));
        scenario.Chain = () => [wrong.Encoded, scenario.Ca.Encoded, scenario.Root.Encoded];
        var verifier = scenario.Verifier(out var store);

        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));
        Assert.Equal(2, store.Count);
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));

        scenario.Chain = () => [scenario.Ca.Encoded, wrong.Encoded, scenario.Root.Encoded];
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run());
    }

    [Fact(DisplayName = "P36: alone, the wrong one is refused")]
    public void The_wrong_one_alone_is_refused()
    {
        var scenario = LoginScenario.Ec();
        var wrong = LookAlike(scenario, 7, ForgeKey.P384(4));
        wrong.IssuerKey = scenario.Root.Key;
        wrong.With(Forge.SubjectKeyIdentifier, Der.OctetString(scenario.Ca.Key.Sha1));
        scenario.Chain = () => [wrong.Encoded];

        Assert.Equal(new LoginOutcome.Rejected(LoginRejection.SignatureInvalid), scenario.Run());
    }

    [Fact(DisplayName = "P38: a cross-certificate of the root makes no difference")]
    public void A_cross_certificate_makes_no_difference()
    {
        var scenario = LoginScenario.Ec();
        var cross = scenario.Issue(scenario.Root.Key, scenario.Root.Subject, ForgeKey.P384(4), ForgedName.Of((ForgedName.CommonName, "Another Root")), [0x09])
            .With(Forge.BasicConstraints, Forge.Ca(null), critical: true)
            .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign), critical: true)
            .With(Forge.SubjectKeyIdentifier, Der.OctetString(scenario.Root.Key.Sha1));
        scenario.Chain = () => [cross.Encoded, scenario.Ca.Encoded, scenario.Root.Encoded];
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run());

        // And it is no anchor itself, although it has the anchor's name and key.
        using var crossOnly = new CertificateFiles([cross.Encoded]);
        Assert.Throws<ArgumentException>(() => TrustAnchors.FromTestFolder(crossOnly.Path));
    }

    [Fact(DisplayName = "P38+: without the cross-certificate it is the same")]
    public void Without_a_cross_certificate_it_is_the_same()
    {
        var scenario = LoginScenario.Ec();
        scenario.Chain = () => [scenario.Ca.Encoded, scenario.Root.Encoded];

        Assert.IsType<LoginOutcome.Accepted>(scenario.Run());
    }

    [Fact(DisplayName = "P39: a missing issuer is named, with an address only of a listed host")]
    public void A_missing_issuer_is_named()
    {
        var scenario = LoginScenario.Ec();
        scenario.Chain = () => [];

        var missing = Assert.IsType<LoginVerdict.MissingIssuer>(scenario.Verify());

        Assert.Equal(scenario.Ca.Subject, missing.IssuerName.ToArray());
        Assert.Equal(scenario.Ca.Key.Sha1, missing.KeyIdentifier.ToArray());
        Assert.Equal("http://127.0.0.1:8888/citizen.crt", missing.Address?.AbsoluteUri);
        Assert.Equal("Citizen CA 202601", missing.DisplayName);
    }

    [Theory(DisplayName = "P39: a missing issuer is named to the operator only where its name has a Belgian CA's form")]
    [InlineData("Foreigner CA", "202514", "Foreigner CA 202514")]
    [InlineData("Citizen CA", null, "Citizen CA")]
    [InlineData("Citizen CA", "20250", "Citizen CA")]
    [InlineData("Citizen CA", "2025011", "Citizen CA")]
    [InlineData("Citizen CA", "20250\n", "Citizen CA")]
    [InlineData("Citizen CA", "٢٠٢٥٠١", "Citizen CA")]
    [InlineData("Citizen CA\n3012 Login accepted", "202501", null)]
    [InlineData("Nele Voorbeeld (Authentication)", "85031299959", null)]
    public void A_missing_issuers_name_is_never_somebodys_text(string commonName, string? number, string? expected)
    {
        var scenario = LoginScenario.Ec();
        scenario.Chain = () => [];
        scenario.Leaf.Issuer = ForgedName.OfEncoded([(ForgedName.CommonName, Der.Utf8(commonName)), .. number is null ? [] : new[] { (ForgedName.SerialNumber, Der.Utf8(number)) }]);

        Assert.Equal(expected, Assert.IsType<LoginVerdict.MissingIssuer>(scenario.Verify()).DisplayName);
    }

    [Theory(DisplayName = "P40: an address that may not be fetched is not given")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ldap://127.0.0.1/cn=ca")]
    [InlineData("http://certs.eid.belgium.be.example.net/citizen.crt")]
    [InlineData("http://crt.eidpki.belgium.be/eid/eidc202601.crt")]
    [InlineData("http://127.0.0.1@example.net/")]
    [InlineData("http://127.1/ca.crt")]
    [InlineData("http://127.0.0.1:8888/../ca.crt")]
    [InlineData("http://127.0.0.1:8888/%2e%2e/ca.crt")]
    [InlineData("http://127.0.0.1:8888/ca.crt#x")]
    public void Other_addresses_are_not_given(string address)
    {
        var scenario = LoginScenario.Ec();
        scenario.Chain = () => [];
        scenario.Leaf.With(Forge.AuthorityInformationAccess, Forge.Access("http://127.0.0.1:8888/citizen", address));

        Assert.Null(Assert.IsType<LoginVerdict.MissingIssuer>(scenario.Verify()).Address);
    }

    [Fact]
    public void Issuers_of_a_folder_count_once_they_verified()
    {
        var scenario = LoginScenario.Ec();
        scenario.Folder = () => [scenario.Ca.Encoded, scenario.Root.Encoded, Der.Ascii("no certificate")];
        scenario.Chain = () => [];
        var verifier = scenario.Verifier(out var store);
        Assert.Equal(0, store.Count);

        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));

        Assert.Equal(1, store.Count);
    }

    [Fact]
    public void A_verified_issuer_needs_no_bag_at_the_next_login()
    {
        var scenario = LoginScenario.Rsa();
        var verifier = scenario.Verifier(out _);
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));

        scenario.Chain = () => [];

        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));
    }

    [Fact]
    public void A_kept_issuer_is_refused_once_it_expired()
    {
        var scenario = LoginScenario.Ec();
        scenario.Ca.NotAfter = scenario.Now.AddSeconds(10);
        var verifier = scenario.Verifier(out _);
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));

        scenario.Now = scenario.HolderAnswer.ProducedAt = scenario.IssuerAnswer.ProducedAt = scenario.Now.AddSeconds(11);

        Assert.Equal(new LoginOutcome.Rejected(LoginRejection.ChainExpired), scenario.Run(verifier));
    }

    [Fact]
    public void A_kept_anchor_is_refused_once_it_expired()
    {
        var scenario = LoginScenario.Ec();
        scenario.Root.NotAfter = scenario.Now.AddSeconds(10);
        var verifier = scenario.Verifier(out _);
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));

        scenario.Now = scenario.HolderAnswer.ProducedAt = scenario.IssuerAnswer.ProducedAt = scenario.Now.AddSeconds(11);

        Assert.Equal(new LoginOutcome.Rejected(LoginRejection.ChainExpired), scenario.Run(verifier));
    }

    [Fact]
    public void A_kept_responder_is_refused_once_it_expired()
    {
        var scenario = LoginScenario.Ec();
        scenario.HolderResponder.NotAfter = scenario.Now.AddSeconds(10);
        var verifier = scenario.Verifier(out _);
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));

        scenario.Now = scenario.HolderAnswer.ProducedAt = scenario.IssuerAnswer.ProducedAt = scenario.Now.AddSeconds(11);

        Assert.Equal(LoginRejection.OcspResponderInvalid, Assert.IsType<LoginOutcome.Rejected>(scenario.Run(verifier)).Reason);
    }

    [Fact]
    public void A_store_shared_with_other_anchors_lends_them_nothing()
    {
        var scenario = LoginScenario.Ec();
        var verifier = scenario.Verifier(out var store);
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));
        using var others = new CertificateFiles([LoginScenario.Rsa().Root.Encoded]);

        var other = new LoginVerifier(TrustAnchors.FromTestFolder(others.Path), store);

        Assert.Equal(new LoginOutcome.Rejected(LoginRejection.ChainUntrusted), scenario.Run(other));
    }

    [Fact]
    public void The_answer_about_the_issuer_is_kept_until_its_next_update()
    {
        var scenario = LoginScenario.Ec();
        var verifier = scenario.Verifier(out _);
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));
        Assert.Equal(["holder ocsp", "issuer ocsp"], scenario.Asked);

        scenario.Asked.Clear();
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));
        Assert.Equal(["holder ocsp"], scenario.Asked);

        scenario.Asked.Clear();
        scenario.Now = scenario.Now.AddSeconds(60);
        scenario.Run(verifier);
        Assert.Equal(["holder ocsp", "issuer ocsp"], scenario.Asked);
    }

    [Fact]
    public void A_login_does_not_outlive_what_was_found_about_its_issuer()
    {
        var scenario = LoginScenario.Ec();
        var pending = Pending(scenario, scenario.Verifier(out _));
        var issuer = scenario.Find(pending.Issuer);
        Assert.IsType<LoginOutcome.Accepted>(pending.Complete(scenario.Find(pending.Holder), issuer, scenario.Now.AddSeconds(120)));

        scenario.Later = scenario.HolderAnswer.ProducedAt = scenario.Now.AddSeconds(121);

        var late = pending.Complete(scenario.Find(pending.Holder), issuer, scenario.Later.Value);
        Assert.Equal(LoginRejection.OcspUnavailable, Assert.IsType<LoginOutcome.Rejected>(late).Reason);
    }

    [Fact]
    public void What_was_found_about_another_certificate_is_no_finding()
    {
        var scenario = LoginScenario.Ec();
        var pending = Pending(scenario, scenario.Verifier(out _));
        var (holder, issuer) = (scenario.Find(pending.Holder), scenario.Find(pending.Issuer));

        Assert.Throws<ArgumentException>(() => pending.Complete(issuer, issuer, scenario.Now));
        Assert.Throws<ArgumentException>(() => pending.Complete(holder, holder, scenario.Now));
    }

    [Fact]
    public void A_revoked_issuer_stays_refused_while_the_answer_lasts_and_is_then_asked_about_again()
    {
        var scenario = LoginScenario.Ec();
        var verifier = scenario.Verifier(out _);
        var (first, second) = (Pending(scenario, verifier), Pending(scenario, verifier));
        scenario.IssuerAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(scenario.Now, 2);
        Assert.Equal(LoginRejection.IssuerRevoked, Assert.IsType<LoginOutcome.Rejected>(scenario.Complete(first)).Reason);
        Assert.Equal(LoginRejection.IssuerRevoked, Assert.IsType<LoginOutcome.Rejected>(scenario.Complete(second)).Reason);
        Assert.Single(scenario.Asked, asked => asked == "issuer ocsp");

        scenario.Now = scenario.Now.AddSeconds(60);
        scenario.Run(verifier);
        Assert.Equal(2, scenario.Asked.Count(asked => asked == "issuer ocsp"));
    }

    [Fact]
    public void The_responders_time_is_reported_accepted_or_not()
    {
        var scenario = LoginScenario.Ec();
        scenario.HolderAnswer.ProducedAt = scenario.Now.AddSeconds(-5);
        var accepted = Assert.IsType<LoginOutcome.Accepted>(scenario.Run());
        Assert.Equal(scenario.Now.AddSeconds(-5), accepted.Login.HolderEvidence.ProducedAt);
        Assert.Equal(scenario.Now, accepted.Login.ProvenAt);
        Assert.True(accepted.Login.TestTrust);

        scenario.HolderAnswer.ProducedAt = scenario.Now.AddHours(-2);
        var stale = Assert.IsType<LoginOutcome.Rejected>(scenario.Run());
        Assert.Equal(LoginRejection.OcspStale, stale.Reason);
        Assert.Equal(scenario.Now.AddHours(-2), stale.HolderEvidence?.ProducedAt);

        scenario.HolderAnswer.ChangeSignature = signature => Forge.FlipBit(signature, -1);
        Assert.Null(Assert.IsType<LoginOutcome.Rejected>(scenario.Run()).HolderEvidence);
    }

    [Fact]
    public void Each_question_has_a_nonce_of_its_own()
    {
        var scenario = LoginScenario.Ec();
        var verifier = scenario.Verifier(out _);
        var (first, second) = (Pending(scenario, verifier), Pending(scenario, verifier));

        Assert.NotEqual(first.Holder.Ocsp!.Request.ToArray(), second.Holder.Ocsp!.Request.ToArray());
        Assert.Equal("http://127.0.0.1:8888/citizen", first.Holder.Ocsp!.Address.AbsoluteUri);
        Assert.Equal("http://127.0.0.1:8888/root", first.Issuer.Ocsp!.Address.AbsoluteUri);

        // An answer to the first question is none to the second.
        var answer = scenario.HolderAnswer.Answer(first.Holder.Ocsp!.Request);
        var outcome = LoginScenario.Complete(second, answer, scenario.IssuerAnswer.Answer(second.Issuer.Ocsp!.Request), scenario.Now);
        Assert.Equal(LoginRejection.OcspNonce, Assert.IsType<LoginOutcome.Rejected>(outcome).Reason);
    }

    [Fact]
    public void Many_logins_at_once_have_one_verdict()
    {
        var scenario = LoginScenario.Rsa();
        var verifier = scenario.Verifier(out var store);
        _ = (scenario.Leaf.Encoded, scenario.Ca.Encoded, scenario.Root.Encoded, scenario.HolderResponder.Encoded, scenario.RootResponder.Encoded);
        var outcomes = new LoginOutcome[64];

        Parallel.For(0, outcomes.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => outcomes[i] = scenario.Run(verifier));

        Assert.All(outcomes, outcome => Assert.IsType<LoginOutcome.Accepted>(outcome));
        Assert.Equal(1, store.Count);
    }

    private static PendingLogin Pending(LoginScenario scenario, LoginVerifier verifier) => Assert.IsType<LoginVerdict.Pending>(scenario.Verify(verifier)).Login;

    private static byte[] Broken(LoginScenario scenario)
    {
        scenario.Root.ChangeSignature = signature => Forge.FlipBit(signature, -1);
        return scenario.Root.Encoded;
    }

    private static ForgedCertificate LookAlike(LoginScenario scenario, byte number, ForgeKey key) =>
        scenario.Issue(key, scenario.Ca.Subject, key, scenario.Root.Subject, [0x02, number])
            .With(Forge.BasicConstraints, Forge.Ca(0), critical: true)
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(scenario.Root.Key.Sha1))
            .With(Forge.SubjectKeyIdentifier, Der.OctetString(scenario.Ca.Key.Sha1))
            .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign), critical: true);
}
