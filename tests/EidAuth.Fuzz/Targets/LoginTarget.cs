using System.Text;
using EidAuth.Fuzz.Pki;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing.Certificates;
using EidAuth.Testing.Mutations;
using Xunit;

namespace EidAuth.Fuzz.Targets;

/// <summary>The first half of a login, whole: SEQUENCE { holder's Certificate, algorithm UTF8String, signature OCTET STRING, chain SEQUENCE OF Certificate }.</summary>
internal static class LoginTarget
{
    private static readonly LoginMessage Message = MakeMessage();
    private static readonly TrustAnchors Anchors = MakeAnchors();
    private static readonly IReadOnlyList<byte[]> Seeds = [Login(Hierarchy.Ec, withRoot: true), Login(Hierarchy.Ec, withRoot: false), Login(Hierarchy.Rsa, withRoot: true)];

    public static MutationTarget Create()
    {
        var signer = new Signer(Hierarchy.Ec.Root, Hierarchy.Ec.Ca, Hierarchy.Rsa.Root, Hierarchy.Rsa.Ca);
        return new("login", Seeds, Pieces.Der, Parse)
        {
            Shape = signer.Over(new DerDamage(Seeds), times: 4),
            Share = 0.25,
            AllocatedAtMost = 256 * 1024,
            AllocatedPerByte = 256,
        };
    }

    private static Parsed Parse(byte[] input)
    {
        var (token, chain) = Read(input);

        // Its own store: what one input left there would be the next one's issuer.
        var store = new IssuingCaStore();
        var verifier = new LoginVerifier(Anchors, store);
        var work = Work.Begin();
        var verdict = verifier.Verify(token, chain, Message, Hierarchy.Now);
        var parsed = work.End(verdict is LoginVerdict.Pending);
        switch (verdict)
        {
            case LoginVerdict.Pending { Login: var pending }:
                Assert.True(Certificate.TryRead(token.UnverifiedCertificate, out var leaf));
                var about = pending.Holder.Crl;
                Assert.True(about.Subject.SerialNumber.Span.SequenceEqual(leaf!.SerialNumber.Span));
                Assert.True((about.Address ?? pending.Holder.Ocsp?.Address)?.IsLoopback ?? true);
                return parsed with { Believed = [leaf.Signed, about.Authority.Certificate.Signed, token.Signature] };
            case LoginVerdict.MissingIssuer missing:
                // Possession was proven before anything would be fetched.
                Assert.Equal(0, store.Count);
                Assert.True(missing.Address is null || missing.Address.IsLoopback);
                return parsed with { Believed = [token.Signature] };
            default:
                Assert.True(Enum.IsDefined(Assert.IsType<LoginVerdict.Rejected>(verdict).Reason));
                return parsed;
        }
    }

    private static (LoginToken Token, List<byte[]> Chain) Read(byte[] input)
    {
        var parts = Bundle.Read(input);
        ReadOnlyMemory<byte> Part(int number) => number < parts.Count ? parts[number] : default;
        ReadOnlyMemory<byte> Contents(int number)
        {
            var reader = new DerReader(Part(number));
            return reader.TryReadAny(out _, out var contents, out _) ? contents : default;
        }

        var chain = Bundle.Read(Part(3)).ConvertAll(certificate => certificate.ToArray());
        return (new LoginToken(Part(0), Encoding.UTF8.GetString(Contents(1).Span), Contents(2), LoginFormat.WebEid1, null), chain);
    }

    private static byte[] Login(Hierarchy hierarchy, bool withRoot)
    {
        var (algorithm, hash) = hierarchy.Leaf.Key.TokenAlgorithm;
        return Der.Sequence(
            hierarchy.Leaf.Encoded,
            Der.Utf8(algorithm),
            Der.OctetString(hierarchy.Leaf.Key.SignDigest(Message.Digest(hash), hash)),
            Der.Sequence(withRoot ? [hierarchy.Ca.Encoded, hierarchy.Root.Encoded] : [hierarchy.Ca.Encoded]));
    }

    private static LoginMessage MakeMessage()
    {
        Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
        return new LoginMessage(origin!, LoginScenario.Nonce);
    }

    private static TrustAnchors MakeAnchors()
    {
        using var files = new CertificateFiles([Hierarchy.Ec.Root.Encoded, Hierarchy.Rsa.Root.Encoded]);
        return TrustAnchors.FromTestFolder(files.Path);
    }
}
