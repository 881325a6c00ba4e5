using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>Checks behind which another would refuse as well on this platform: each is seen alone.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class KeyAndSignatureTests
{
    public static TheoryData<string, byte[]> Keys() => new()
    {
        { "exponent 3", ForgedKeys.RsaWithExponent([0x03]) },
        { "exponent 65535", ForgedKeys.RsaWithExponent([0x00, 0xFF, 0xFF]) },
        { "exponent 65538", ForgedKeys.RsaWithExponent([0x01, 0x00, 0x02]) },
        { "exponent of 33 bits", ForgedKeys.RsaWithExponent([0x01, 0x00, 0x00, 0x00, 0x01]) },
        { "even modulus", ForgedKeys.RsaWithEvenModulus },
        { "RSA-1024", ForgedKeys.Rsa1024.SubjectPublicKeyInfo },
        { "explicit parameters", ForgedKeys.ExplicitP384 },
        { "compressed point", ForgedKeys.Ec(ForgedKeys.P384, [0x02, .. ForgeKey.P384(2).Bits[1..49]]) },
        { "compressed tag on a whole point", ForgedKeys.Ec(ForgedKeys.P384, [0x06, .. ForgeKey.P384(2).Bits[1..]]) },
        { "point at infinity", ForgedKeys.Ec(ForgedKeys.P384, [0x00]) },
        { "parameters after the curve", ForgedKeys.Ec([.. ForgedKeys.P384, .. Der.Null], ForgeKey.P384(2).Bits) },
        { "brainpool", ForgedKeys.Ec(Der.Oid("1.3.36.3.3.2.8.1.1.11"), ForgeKey.P384(2).Bits) },
    };

    [Theory(DisplayName = "P19: the key policy itself refuses, whatever the platform would do")]
    [MemberData(nameof(Keys))]
    public void Keys_are_refused_by_policy(string what, byte[] keyInfo)
    {
        Assert.True(SubjectPublicKey.TryRead(keyInfo, out var key), what);
        Assert.Equal(KeyKind.NotAllowed, key.Kind);
    }

    [Fact(DisplayName = "P19+: the key policy takes the keys of cards and CAs")]
    public void Keys_are_taken_by_policy()
    {
        Assert.Equal((KeyKind.Rsa, 256), Classify(ForgeKey.Rsa(0).SubjectPublicKeyInfo));
        Assert.Equal((KeyKind.Rsa, 256), Classify(ForgedKeys.RsaWithExponent([0x01, 0x00, 0x01])));
        Assert.Equal((KeyKind.P256, 32), Classify(ForgeKey.P256(0).SubjectPublicKeyInfo));
        Assert.Equal((KeyKind.P384, 48), Classify(ForgeKey.P384(0).SubjectPublicKeyInfo));
    }

    [Fact(DisplayName = "P23: r without the zero that keeps it positive is refused")]
    public void A_negative_r_is_refused()
    {
        var scenario = LoginScenario.Ec();
        Assert.True(Certificate.TryRead(scenario.Root.Encoded, out var root));
        using var key = VerificationKey.Of(root!);
        Assert.True(SignatureAlgorithm.TryFind(ForgeAlgorithm.EcdsaSha384, out var algorithm));

        // 30 len 02 31 00 …: half of all signatures begin so.
        byte[] data = [1, 2, 3], signature;
        do
        {
            signature = scenario.Root.Key.Sign(data, ForgeAlgorithm.EcdsaSha384);
        }
        while (signature[3] != 0x31 || signature[4] != 0x00);

        byte[] negative = [0x30, (byte)(signature[1] - 1), 0x02, 0x30, .. signature[5..]];
        Assert.True(key!.Verify(algorithm, data, signature));
        Assert.False(key.Verify(algorithm, data, negative));
    }

    [Fact(DisplayName = "P13: an expired CA is refused before anything is asked")]
    public void An_expired_CA_is_refused_in_the_first_half()
    {
        var scenario = LoginScenario.Ec();
        scenario.Ca.NotAfter = scenario.Now.AddSeconds(-1);

        Assert.Equal(new LoginVerdict.Rejected(LoginRejection.ChainExpired), scenario.Verify());
    }

    [Fact(DisplayName = "T2: a pin is both hashes")]
    public void A_pin_is_both_hashes()
    {
        using var folder = new CertificateFiles([LoginScenario.Ec().Root.Encoded]);
        var anchor = TrustAnchors.FromTestFolder(folder.Path).Anchors[0];
        var root = anchor.Certificate!;

        Assert.True(anchor.Is(root));
        Assert.False((anchor with { KeyHash = new byte[32] }).Is(root));
        Assert.False((anchor with { CertificateHash = new byte[32] }).Is(root));
    }

    private static (KeyKind Kind, int Length) Classify(byte[] keyInfo)
    {
        Assert.True(SubjectPublicKey.TryRead(keyInfo, out var key));
        return (key.Kind, key.Length);
    }
}
