using EidAuth.Login;
using EidAuth.Pki;
using Xunit;

namespace EidAuth.Testing.Certificates;

/// <summary>
/// A whole login that would be accepted: a PKI with the shape of the Belgian one, a token, a bag of candidates, two answers about revocation. A test changes one
/// thing and runs it. Certificates are issued under the scenario's clock.
/// </summary>
public sealed class LoginScenario
{
    public const string Nonce = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    public const string NationalNumber = "85031299959";
    public const string Root4CitizenPolicy = "2.16.56.12.1.1.2.2";
    public const string Root6CitizenPolicy = "2.16.56.13.6.1.1.1000";

    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private LoginScenario(bool rsa, DateTimeOffset now)
    {
        Now = now;
        ForgeKey Pick(int number) => rsa ? ForgeKey.Rsa(number) : ForgeKey.P384(number);
        var rootName = ForgedName.Of((ForgedName.Country, "BE"), (ForgedName.CommonName, rsa ? "Test Root 4" : "Test Root 6"));
        var caName = ForgedName.Of((ForgedName.Country, "BE"), (ForgedName.CommonName, "Citizen CA"), (ForgedName.SerialNumber, "202601"));
        Root = Issue(Pick(0), rootName, Pick(0), rootName, [0x01])
            .With(Forge.BasicConstraints, Forge.Ca(rsa ? null : (byte)1), critical: true)
            .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign | Forge.CrlSign), critical: true)
            .With(Forge.SubjectKeyIdentifier, Der.OctetString(Pick(0).Sha1));
        Ca = Issue(Pick(1), caName, Pick(0), rootName, [0x02, 0x01])
            .With(Forge.BasicConstraints, Forge.Ca(0), critical: true)
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(Pick(0).Sha1))
            .With(Forge.AuthorityInformationAccess, Forge.Access("http://127.0.0.1:8888/root", "http://127.0.0.1:8888/root.crt"))
            .With(Forge.Policies, Forge.PolicyList(rsa ? "2.16.56.12.1.1.2" : "2.5.29.32.0"))
            .With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth, Forge.EmailProtection))
            .With(Forge.SubjectKeyIdentifier, Der.OctetString(Pick(1).Sha1))
            .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign | Forge.CrlSign), critical: true);
        Leaf = Issue(Pick(2), HolderName(NationalNumber), Pick(1), caName, [0x10, 0, 0, 0, 0, 0, 0, 0, 0x5A, 1, 2, 3, 4, 5, 6, 7])
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(Pick(1).Sha1))
            .With(Forge.AuthorityInformationAccess, Forge.Access("http://127.0.0.1:8888/citizen", "http://127.0.0.1:8888/citizen.crt"))
            .With(Forge.Policies, Forge.PolicyList(rsa ? Root4CitizenPolicy : Root6CitizenPolicy))
            .With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth))
            .With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature), critical: true);
        HolderResponder = IssueResponder(rsa ? ForgeKey.Rsa(3) : ForgeKey.P256(0), "Citizen responder", Ca);
        RootResponder = IssueResponder(rsa ? ForgeKey.Rsa(3) : ForgeKey.P256(1), "Root responder", Root);
        HolderAnswer = new ForgedOcspAnswer { Subject = Leaf, Authority = Ca, Responder = HolderResponder, ProducedAt = Now };
        IssuerAnswer = new ForgedOcspAnswer { Subject = Ca, Authority = Root, Responder = RootResponder, ProducedAt = Now };
        Anchors = () => [Root.Encoded];
        Chain = () => [Ca.Encoded, Root.Encoded];
        ChangeToken = token => token;
    }

    /// <summary>The verifier's clock, and the middle of the certificates' validity.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>The clock at the second half; the first half's unless set.</summary>
    public DateTimeOffset? Later { get; set; }

    public ForgedCertificate Root { get; }

    public ForgedCertificate Ca { get; }

    public ForgedCertificate Leaf { get; }

    public ForgedCertificate HolderResponder { get; }

    public ForgedCertificate RootResponder { get; }

    public ForgedOcspAnswer HolderAnswer { get; }

    public ForgedOcspAnswer IssuerAnswer { get; }

    /// <summary>The anchors' bytes.</summary>
    public Func<IReadOnlyList<byte[]>> Anchors { get; set; }

    /// <summary>The candidates that come with the token.</summary>
    public Func<IReadOnlyList<byte[]>> Chain { get; set; }

    /// <summary>The candidates in the site's folder.</summary>
    public Func<IReadOnlyList<byte[]>> Folder { get; set; } = () => [];

    public Func<LoginToken, LoginToken> ChangeToken { get; set; }

    /// <summary>The origin that was signed.</summary>
    public string SignedOrigin { get; set; } = "https://loket.example.be";

    public string SignedNonce { get; set; } = Nonce;

    public bool RefuseUnlistedPolicies { get; set; }

    public RevocationPolicy Policy { get; set; } = RevocationPolicy.HardFail;

    /// <summary>The site's lists, empty at first.</summary>
    public CrlStore Lists { get; set; } = new();

    /// <summary>The site's answers about issuing CAs, empty at first.</summary>
    public OcspAnswerCache Answers { get; set; } = new();

    /// <summary>The site's answers about holders; null forgets each of them, so that the next login asks again.</summary>
    public OcspAnswerCache? HolderAnswers { get; set; }

    /// <summary>What lies at the address of the holder's list, and of the issuing CA's; null when nothing does.</summary>
    public Func<byte[]>? HolderList { get; set; }

    public Func<byte[]>? IssuerList { get; set; }

    /// <summary>What the site has of the holder's list already, and of the issuing CA's; null when nothing.</summary>
    public Func<byte[]>? HeldHolderList { get; set; }

    public Func<byte[]>? HeldIssuerList { get; set; }

    /// <summary>What was asked so far, in order: "holder ocsp", "holder crl", "issuer ocsp", "issuer crl".</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Leaves the holder's answer out.</summary>
    public bool HolderResponderIsDown { get; set; }

    public bool RootResponderIsDown { get; set; }

    /// <summary>P-384 all the way down, root 6 policies: applet 1.8.</summary>
    public static LoginScenario Ec() => new(rsa: false, Morning);

    /// <summary>RSA all the way down, root 4 policies: applet 1.7.</summary>
    public static LoginScenario Rsa() => new(rsa: true, Morning);

    /// <summary>One of the two at another time, for programs that have their own clock.</summary>
    public static LoginScenario At(DateTimeOffset now, bool rsa) => new(rsa, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)));

    public static byte[] HolderName(string number) => ForgedName.Of(
        (ForgedName.Country, "BE"),
        (ForgedName.CommonName, "Nele Voorbeeld (Authentication)"),
        (ForgedName.Surname, "Voorbeeld"),
        (ForgedName.GivenName, "Nele Marie"),
        (ForgedName.SerialNumber, number));

    /// <summary>A certificate without extensions, valid a year around the clock.</summary>
    public ForgedCertificate Issue(ForgeKey key, byte[] subject, ForgeKey issuerKey, byte[] issuer, byte[] serialNumber) => new()
    {
        Key = key,
        Subject = subject,
        IssuerKey = issuerKey,
        Issuer = issuer,
        SerialNumber = serialNumber,
        NotBefore = Now.AddDays(-365),
        NotAfter = Now.AddDays(365),
    };

    /// <summary>A delegated responder of that CA, with nocheck.</summary>
    public ForgedCertificate IssueResponder(ForgeKey key, string name, ForgedCertificate authority) =>
        Issue(key, ForgedName.Of((ForgedName.Country, "BE"), (ForgedName.CommonName, name)), authority.Key, authority.Subject, [0x03, (byte)name.Length])
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(authority.Key.Sha1))
            .With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.OcspSigning))
            .With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature), critical: true)
            .With(Forge.OcspNoCheck, Der.Null);

    /// <summary>The token as a card would sign it.</summary>
    public LoginToken Token()
    {
        Assert.True(Origin.TryParse(SignedOrigin, out var origin));
        var (algorithm, hash) = Leaf.Key.TokenAlgorithm;
        var signature = Leaf.Key.SignDigest(new LoginMessage(origin!, SignedNonce).Digest(hash), hash);
        return ChangeToken(new LoginToken(Leaf.Encoded, algorithm, signature, LoginFormat.WebEid1, null));
    }

    /// <summary>A verifier with the scenario's anchors and folder.</summary>
    public LoginVerifier Verifier(out IssuingCaStore store)
    {
        using var anchors = new CertificateFiles(Anchors());
        using var folder = new CertificateFiles(Folder());
        store = Folder().Count > 0 ? IssuingCaStore.FromFolder(folder.Path) : new IssuingCaStore();
        return new LoginVerifier(TrustAnchors.FromTestFolder(anchors.Path), store)
        {
            RefuseUnlistedPolicies = RefuseUnlistedPolicies,
        };
    }

    /// <summary>The first half.</summary>
    public LoginVerdict Verify() => Verify(Verifier(out _));

    /// <summary>The first half with a verifier that is used again.</summary>
    public LoginVerdict Verify(LoginVerifier verifier)
    {
        Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
        return verifier.Verify(Token(), Chain(), new LoginMessage(origin!, Nonce), Now);
    }

    /// <summary>Both halves.</summary>
    public LoginOutcome Run() => Run(Verifier(out _));

    /// <summary>Both halves with a verifier that is used again.</summary>
    public LoginOutcome Run(LoginVerifier verifier) => Verify(verifier) switch
    {
        LoginVerdict.Pending pending => Complete(pending.Login),
        LoginVerdict.Rejected rejected => new LoginOutcome.Rejected(rejected.Reason),
        _ => new LoginOutcome.Rejected(LoginRejection.IssuerUnknown),
    };

    /// <summary>The second half.</summary>
    public LoginOutcome Complete(PendingLogin login) => login.Complete(Find(login.Holder), Find(login.Issuer), Later ?? Now);

    /// <summary>The second half with these two bodies of responders, and nothing else at hand.</summary>
    public static LoginOutcome Complete(PendingLogin login, ReadOnlyMemory<byte> holder, ReadOnlyMemory<byte> issuer, DateTimeOffset now)
    {
        return login.Complete(Find(login.Holder, holder), Find(login.Issuer, issuer), now);

        RevocationFinding Find(RevocationQuestion question, ReadOnlyMemory<byte> body)
        {
            var check = new RevocationCheck(question, RevocationPolicy.HardFail, new CrlStore(), new OcspAnswerCache());
            check.TakeAnswer(body, now);
            check.ListTried();
            return Assert.IsType<RevocationStep.Conclude>(check.Next(now)).Finding;
        }
    }

    /// <summary>What is known about one of the two certificates, after everybody was asked who has to be.</summary>
    public RevocationFinding Find(RevocationQuestion question)
    {
        var now = Later ?? Now;
        if ((question.IsIssuer ? HeldIssuerList : HeldHolderList) is { } held)
        {
            Take(question.Crl, held(), now);
        }

        var check = new RevocationCheck(question, Policy, Lists, question.IsIssuer ? Answers : HolderAnswers ?? new OcspAnswerCache());
        while (true)
        {
            switch (check.Next(now))
            {
                case RevocationStep.AskResponder ask:
                    Asked.Add(question.IsIssuer ? "issuer ocsp" : "holder ocsp");
                    var isDown = question.IsIssuer ? RootResponderIsDown : HolderResponderIsDown;
                    check.TakeAnswer(isDown ? default : (question.IsIssuer ? IssuerAnswer : HolderAnswer).Answer(ask.Question.Request), now);
                    break;
                case RevocationStep.FetchList fetch:
                    Asked.Add(question.IsIssuer ? "issuer crl" : "holder crl");
                    if ((question.IsIssuer ? IssuerList : HolderList) is { } list)
                    {
                        Take(fetch.Question, list(), now);
                    }

                    check.ListTried();
                    break;
                case RevocationStep.Conclude conclude:
                    return conclude.Finding;
            }
        }
    }
    /// <summary>Puts the addresses of lists into both certificates.</summary>
    public LoginScenario WithListAddresses()
    {
        Leaf.With(Forge.CrlDistributionPoints, Forge.DistributionPoints("http://127.0.0.1:8888/citizen.crl"));
        Ca.With(Forge.CrlDistributionPoints, Forge.DistributionPoints("http://127.0.0.1:8888/root.crl"));
        return this;
    }

    /// <summary>Offers a list to the site's store.</summary>
    public CrlIntake Take(CrlQuestion question, byte[] list, DateTimeOffset at)
    {
        using var body = new MemoryStream(list);
        return Lists.TakeAsync(question, body, at, CancellationToken.None).GetAwaiter().GetResult();
    }
}
