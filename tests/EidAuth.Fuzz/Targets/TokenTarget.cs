using System.Text;
using System.Text.Json.Nodes;
using EidAuth.Fuzz.Json;
using EidAuth.Fuzz.Pki;
using EidAuth.Login;
using EidAuth.Testing.Mutations;
using Xunit;

namespace EidAuth.Fuzz.Targets;

/// <summary>The form fields of a login: the token, and the bag of certificates beside it.</summary>
/// <remarks>The JSON reader is the platform's, so its steps are not counted here; what it allocates is, and text that is too long is not given to it.</remarks>
internal static class TokenTarget
{
    private static readonly IReadOnlyList<byte[]> Tokens =
    [
        Token(new LoginToken(Hierarchy.Ec.Leaf.Encoded, "ES256", new byte[64], LoginFormat.WebEid1, null)),
        Token(new LoginToken(Hierarchy.Rsa.Leaf.Encoded, "RS256", Enumerable.Range(0, 256).Select(i => (byte)i).ToArray(), "web-eid:1.1", "EidAuth/1.0 \u00E9\"\\")),
        Encoding.UTF8.GetBytes("""{"unverifiedCertificate":"QUJD","algorithm":"ES384","signature":"QUJD","format":"web-eid:1","extra":{"a":[1,2,{"b":null}]}}"""),
    ];

    private static readonly IReadOnlyList<byte[]> Bags =
    [
        Encoding.UTF8.GetBytes(CertificateBag.ToJson([Hierarchy.Ec.Ca.Encoded, Hierarchy.Ec.Root.Encoded])),
        Encoding.UTF8.GetBytes(CertificateBag.ToJson([[1, 2, 3], new byte[4096], [255], [0]])),
        "[]"u8.ToArray(),
    ];

    public static MutationTarget CreateToken() => new("token-json", Tokens, JsonPieces.Of, ParseToken)
    {
        Shape = new JsonDamage(Tokens).Make,
        AllocatedAtMost = 64 * 1024,
        AllocatedPerByte = 32,
    };

    public static MutationTarget CreateBag() => new("chain-json", Bags, JsonPieces.Of, ParseBag)
    {
        Shape = new JsonDamage(Bags).Make,
        Share = 0.5,
        AllocatedAtMost = 64 * 1024,
        AllocatedPerByte = 32,
    };

    private static Parsed ParseToken(byte[] input)
    {
        var text = Text(input);
        var work = Work.Begin();
        var accepted = LoginToken.TryParse(text, out var token);
        var parsed = work.End(accepted);
        Assert.Equal(accepted, token is not null);
        if (token is null)
        {
            return parsed;
        }

        Assert.True(Encoding.UTF8.GetByteCount(text) <= LoginToken.MaximumLength);
        Assert.DoesNotContain(token.Signature.Length, (int[])[0]);
        var other = JsonNode.Parse(text)!.AsObject();
        AssertSame(token, Member(other, "unverifiedCertificate"), Member(other, "signature"), Member(other, "algorithm"), Member(other, "format"));

        // Escapes may have made it shorter than it is written again.
        var written = token.ToJson();
        if (Encoding.UTF8.GetByteCount(written) <= LoginToken.MaximumLength)
        {
            Assert.True(LoginToken.TryParse(written, out var again));
            AssertSame(again!, Convert.ToBase64String(token.UnverifiedCertificate.Span), Convert.ToBase64String(token.Signature.Span), token.Algorithm, token.Format);
            Assert.Equal(token.AppVersion, again!.AppVersion);
        }

        return parsed;
    }

    private static Parsed ParseBag(byte[] input)
    {
        var text = Text(input);
        var work = Work.Begin();
        var accepted = CertificateBag.TryParse(text, out var certificates);
        var parsed = work.End(accepted);
        if (!accepted)
        {
            Assert.Empty(certificates);
            return parsed;
        }

        Assert.InRange(certificates.Count, 0, CertificateBag.MaximumCount);
        Assert.All(certificates, certificate => Assert.InRange(certificate.Length, 1, CertificateBag.MaximumCertificateLength));
        Assert.True(CertificateBag.TryParse(CertificateBag.ToJson([.. certificates]), out var again));
        Assert.Equal(certificates, again);
        if (text.Length > 0)
        {
            Assert.Equal(JsonNode.Parse(text)!.AsArray().Select(node => node!.GetValue<string>()), certificates.Select(certificate => Convert.ToBase64String(certificate)));
        }

        return parsed;
    }

    private static void AssertSame(LoginToken token, string certificate, string signature, string algorithm, string format)
    {
        Assert.Equal(certificate, Convert.ToBase64String(token.UnverifiedCertificate.Span));
        Assert.Equal(signature, Convert.ToBase64String(token.Signature.Span));
        Assert.Equal(algorithm, token.Algorithm);
        Assert.Equal(format, token.Format);
    }

    private static string Member(JsonObject from, string name) => from[name]!.GetValue<string>();

    // As a form gives it; after FE FF as UTF-16, since a string may also hold halves of pairs.
    private static string Text(byte[] input) => input is [0xFE, 0xFF, .. var rest] ? Encoding.BigEndianUnicode.GetString(rest) : Encoding.UTF8.GetString(input);

    private static byte[] Token(LoginToken token) => Encoding.UTF8.GetBytes(token.ToJson());
}
