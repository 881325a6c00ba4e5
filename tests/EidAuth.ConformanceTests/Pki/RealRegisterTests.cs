using System.Security.Cryptography;
using EidAuth.Pki;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>The genuine public certificates of the National Register's signer, where a folder of them is at hand.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class RealRegisterTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("belgium-root-ca4-2028")]
    [InlineData("belgium-root-ca4-2032")]
    public void The_signer_of_2016_stands_under_either_issue_of_root_CA4(string root)
    {
        using var path = NationalRegisterPath.Find(Read("rrn/rrn-2016-brca4.pem"), Read($"roots/{root}.pem"), TrustAnchors.Belgium);
        Assert.NotNull(path);
        Assert.False(path.HasUnlistedPolicy);
        Assert.True(path.IsValidAt(Now));
        Assert.False(path.IsValidAt(new(2016, 11, 28, 9, 59, 59, TimeSpan.Zero)));

        // The root was issued anew with its key, so its first end is not the path's.
        Assert.True(path.IsValidAt(new(2028, 4, 28, 10, 0, 0, TimeSpan.Zero)));
        Assert.False(path.IsValidAt(new(2028, 4, 28, 10, 0, 1, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("rrn/rrn-2016-brca4.pem", null)]
    [InlineData("rrn/rrn-2016-brca4.pem", "roots/belgium-root-ca6.pem")]
    [InlineData("rrn/rrn-2016-brca4.pem", "not-trusted/belgium-root-ca4-cross-cybertrust.pem")]
    [InlineData("rrn/rrn-2013-brca2.pem", "roots/belgium-root-ca2-2011.pem")]
    [InlineData("issuing/citizen-201803-brca4.pem", "roots/belgium-root-ca4-2032.pem")]
    [InlineData("issuing/citizen-202501-brca6.pem", "roots/belgium-root-ca6.pem")]
    [InlineData("issuing/timestamp-202101-brca6.pem", "roots/belgium-root-ca6.pem")]
    [InlineData("roots/belgium-root-ca6.pem", "roots/belgium-root-ca6.pem")]
    public void Nothing_else_is_the_signer(string signer, string? root) =>
        Assert.Null(NationalRegisterPath.Find(Read(signer), root is null ? null : Read(root), TrustAnchors.Belgium));

    [Fact]
    public void The_signers_certificate_logs_nobody_in() =>
        Assert.Equal(PathDefect.KeyUsage, PathRules.Login.CheckLeafProfile(Read("rrn/rrn-2016-brca4.pem")));

    private static Certificate Read(string file)
    {
        var pem = File.ReadAllText(Path.Combine(Require.Shared(), "pki", file));
        var fields = PemEncoding.Find(pem);
        Assert.True(Certificate.TryRead(Convert.FromBase64String(pem[fields.Base64Data]), out var certificate));
        return certificate!;
    }
}
