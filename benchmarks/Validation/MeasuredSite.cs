using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing.Certificates;

namespace EidAuth.Benchmarks.Validation;

/// <summary>A site's trust, warm: issuing CA and responder verified, the answer about the issuing CA held. It validates logins as the handler does, with the bodies at hand.</summary>
internal sealed class MeasuredSite
{
    private readonly CertificateAuthority authority;
    private readonly RevocationFinding issuerFinding;
    private OcspAnswerCache answers = new();

    /// <param name="pki">Whose root is the only anchor.</param>
    /// <param name="count">How many logins are made, each of another holder.</param>
    public MeasuredSite(MeasuredPki pki, int count)
    {
        Algorithm = pki.Algorithm;
        Authority = pki.Authority(1);
        Responder = pki.Responder(Authority);
        Logins = [.. Enumerable.Range(0, count).Select(number => pki.Login(number, Authority, Responder))];

        using var folder = new CertificateFiles([pki.Root.Encoded]);
        Verifier = new LoginVerifier(TrustAnchors.FromTestFolder(folder.Path), new IssuingCaStore());
        authority = ProvenAuthority(Authority);

        // The first login asks about the issuing CA too.
        var issuerAnswer = MeasuredPki.Answer(Authority, pki.Root, pki.Responder(pki.Root));
        issuerFinding = Find(Verify(Logins[0]).Issuer, issuerAnswer);
        ForgetHolders();
        foreach (var login in Logins)
        {
            Validate(login, isKnown: false);
        }
    }

    public string Algorithm { get; }

    public ForgedCertificate Authority { get; }

    public ForgedCertificate Responder { get; }

    public IReadOnlyList<MeasuredLogin> Logins { get; }

    public LoginVerifier Verifier { get; }

    /// <summary>Begins a cache of answers about the issuing CA and so many other holders.</summary>
    public void ForgetHolders(int others = 1000) => answers = CacheWith(others, 4096);

    /// <summary>A cache of its own, with the answer about the issuing CA and so many other holders.</summary>
    public OcspAnswerCache CacheWith(int others, int maximumCount)
    {
        var cache = new OcspAnswerCache(maximumCount);
        cache.Take(issuerFinding);
        for (var number = 0; number < others; number++)
        {
            cache.Take(OtherFinding(number));
        }

        return cache;
    }

    /// <summary>An answer about another holder of the same CA.</summary>
    public RevocationFinding OtherFinding(int number)
    {
        var serial = BitConverter.GetBytes(number);
        return new RevocationFinding(
            RevocationKey.Of(authority, serial), RevocationStatus.Good, null, issuerFinding.Evidence! with { CountsUntil = MeasuredPki.Now.AddMinutes(1).AddTicks(number) }, MeasuredPki.Now);
    }

    /// <summary>The whole of it.</summary>
    /// <param name="login">Which.</param>
    /// <param name="isKnown">The holder's answer is held; otherwise it is asked for. Anything else is an error of the measurement.</param>
    /// <param name="cache">Another cache than the site's.</param>
    public VerifiedLogin Validate(MeasuredLogin login, bool isKnown, OcspAnswerCache? cache = null)
    {
        var pending = Verify(login);
        return Conclude(pending, Find(pending.Holder, isKnown ? default : login.Answer, cache), Find(pending.Issuer, default, cache));
    }

    /// <summary>The first half.</summary>
    public PendingLogin Verify(MeasuredLogin login) => ((LoginVerdict.Pending)Verifier.Verify(login.Token, login.Chain, login.Message, MeasuredPki.Now)).Login;

    /// <summary>What is known about one certificate: by that answer, or without asking anybody when it is empty.</summary>
    public RevocationFinding Find(RevocationQuestion question, ReadOnlyMemory<byte> answer, OcspAnswerCache? cache = null)
    {
        var check = Begin(question, cache);
        var step = check.Next(MeasuredPki.Now);
        if (step is RevocationStep.AskResponder && !answer.IsEmpty)
        {
            check.TakeAnswer(answer, MeasuredPki.Now);
            return ((RevocationStep.Conclude)check.Next(MeasuredPki.Now)).Finding;
        }

        return step is RevocationStep.Conclude conclude && answer.IsEmpty
            ? conclude.Finding
            : throw new InvalidOperationException("Somebody was asked who is known, or nobody who is not.");
    }

    public RevocationCheck Begin(RevocationQuestion question, OcspAnswerCache? cache = null) => new(question, RevocationPolicy.HardFail, Lists, cache ?? answers);

    public static VerifiedLogin Conclude(PendingLogin pending, RevocationFinding holder, RevocationFinding issuer) =>
        ((LoginOutcome.Accepted)pending.Complete(holder, issuer, MeasuredPki.Now)).Login;

    private CrlStore Lists { get; } = new();

    private static CertificateAuthority ProvenAuthority(ForgedCertificate forged)
    {
        _ = Certificate.TryRead(forged.Encoded, out var certificate);
        return new CertificateAuthority(certificate!, VerificationKey.Of(certificate!)!);
    }
}
