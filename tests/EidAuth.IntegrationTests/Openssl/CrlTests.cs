using System.Globalization;
using System.Security.Cryptography;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.IntegrationTests.Openssl;

/// <summary>OpenSSL as an independent judge of revocation lists: of the signature (crl -CAfile) and of a path with the list (verify -crl_check).</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class CrlTests
{
    private static readonly CrlComparison[] Rows =
    [
        new("nothing listed", _ => { }, null, true, "OK"),
        new("listed", s => s.List(s.Revoked()), "Revoked", true, "23"),
        new("listed with a reason", s => s.List(s.Revoked(1)), "Revoked", true, "23"),
        new("on hold", s => s.List(s.Revoked(6)), "OnHold", true, "23"),
        new("another one listed", s => s.List(ForgedCrl.Entry([0x10, 0x22], s.Now)), null, true, "OK"),
        new("listed among others in no order", s => s.List(ForgedCrl.Entry([0x77], s.Now), s.Revoked(), ForgedCrl.Entry([0x01], s.Now)), "Revoked", true, "23"),
        new("removeFromCRL in a list that is no delta", s => s.List(s.Revoked(8)), "Revoked", true, "OK") { Why = "OpenSSL takes the certificate off the list; such an entry belongs in deltas only, and in doubt nobody passes." },
        new("the signature altered", s => s.Crl.ChangeSignature = x => Forge.FlipBit(x, -1), "SignatureInvalid", false, "8"),
        new("signed by another key", s => s.Crl.Key = ForgeKey.P384(5), "SignatureInvalid", false, "8"),
        new("the root's list", s => s.Crl = ForgedCrl.Of(s.Login.Root, s.Now), "IssuerMismatch", true, "3"),
        new("another key identifier under the right signature", s => s.Crl.With(Forge.AuthorityKeyIdentifier, Forge.Authority(new byte[20])), "IssuerMismatch", true, "3"),
        new("nextUpdate an hour ago", s => (s.Crl.ThisUpdate, s.Crl.NextUpdate) = (s.Now.AddHours(-3), s.Now.AddHours(-1)), "Stale", true, "12"),
        new("thisUpdate in an hour", s => s.Crl.ThisUpdate = s.Now.AddHours(1), "NotYetValid", true, "11"),
        new("no nextUpdate", s => s.Crl.NextUpdate = null, "NoNextUpdate", true, "OK") { Why = "RFC 5280 §5.1.2.5 demands it; OpenSSL takes such a list as good for ever." },
        new("made eight days ago, for a year", s => (s.Crl.ThisUpdate, s.Crl.NextUpdate) = (s.Now.AddDays(-8), s.Now.AddYears(1)), "Stale", true, "OK") { Why = "An age of our own: it bounds what can be played back to somebody who holds no list." },
        new("a delta", s => s.Crl.With(Forge.DeltaCrlIndicator, Der.Number(1), critical: true), "Delta", true, "3"),
        new("CA certificates only", s => s.Scope(Der.Implicit(2, [0xFF])), "Scope", true, "44"),
        new("holders only", s => s.Scope(Der.Implicit(1, [0xFF])), null, true, "OK"),
        new("some reasons only", s => s.Scope(Der.Implicit(3, [0x05, 0x60])), "Scope", true, "3"),
        new("entries of other CAs", s => s.Scope(Der.Implicit(4, [0xFF])), "Scope", true, "3"),
        new("a part that the certificate does not name", s => s.Scope(Der.Explicit(0, Der.Explicit(0, Der.Implicit(6, Der.Ascii("http://crl.example.be/1.crl"))))), "Scope", true, "44"),
        new("an unknown critical extension", s => s.Crl.With("1.2.3.4.5", Der.Null, critical: true), "CriticalExtension", true, "36"),
        new("an unknown extension", s => s.Crl.With("1.2.3.4.5", Der.Null), null, true, "OK"),
        new("an unknown critical extension of an entry", s => s.List(ForgedCrl.Entry([0x10, 0x22], s.Now, ForgedOcspAnswer.Extension("1.2.3.4.5", Der.Null, critical: true))), "CriticalExtension", true, "36"),
        new("version 1", s => s.Crl.AsVersion1(), "Version1", true, "OK") { Why = "Without number and key identifier; refused unless an option allows it." },
        new("a CA without cRLSign", s => s.Login.Ca.With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign), critical: true), "IssuerMayNotSign", true, "35") { Why = "crl -CAfile does not look at the CA's key usage." },
        new("a leading zero that DER would not write", s => s.List(ForgedCrl.Entry([0, .. s.Login.Leaf.SerialNumber], s.Now)), "Revoked", null, "unreadable") { Why = "OpenSSL does not read the list at all; we compare integers, so that no entry is overlooked." },
        new("a negative serial number", s => s.List(ForgedCrl.Entry([0x90, 0x01], s.Now)), "Malformed", true, "OK") { Why = "No certificate of ours can have one." },
        new("a serial number of 21 bytes", s => s.List(ForgedCrl.Entry([0x10, .. new byte[20]], s.Now)), "Malformed", true, "OK") { Why = "RFC 5280 §4.1.2.2: at most 20." },
        new("GeneralizedTime before 2050", s => s.Crl.Times = [.. Der.GeneralizedTime(s.Now.AddHours(-1)), .. Der.GeneralizedTime(s.Now.AddDays(1))], "Malformed", true, "OK") { Why = "RFC 5280 §5.1.2.4: UTCTime until 2049; OpenSSL is strict only under -x509_strict." },
        new("a byte after it", s => s.Crl.ChangeEncoded = x => [.. x, 0x00], "TrailingBytes", true, "OK") { Why = "OpenSSL ignores what follows." },
        new("cut off", s => s.Crl.ChangeEncoded = x => x[..^1], "Truncated", null, "unreadable"),
        new("another algorithm outside", s => s.Crl.OuterAlgorithm = ForgeAlgorithm.EcdsaSha256, "Malformed", false, "8"),
    ];

    public static IEnumerable<TheoryDataRow<int>> Names() => Rows.Select((row, index) => new TheoryDataRow<int>(index) { TestDisplayName = $"OpenSSL and a list: {row.Title}" });

    [Theory]
    [MemberData(nameof(Names))]
    public async Task OpenSSL_agrees_or_the_table_says_why_not(int index)
    {
        Require.Programs("openssl");
        var row = Rows[index];
        var world = new CrlWorld();
        row.Change(world);
        var encoded = world.Crl.Encode();
        using var folder = new OpensslFolder();
        var file = folder.PathOf("list.der");
        await File.WriteAllBytesAsync(file, encoded, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.PathOf("list.pem"), PemEncoding.WriteString("X509 CRL", encoded) + "\n", TestContext.Current.CancellationToken);
        var (root, ca, leaf) = (folder.Write("root.pem", world.Login.Root), folder.Write("ca.pem", world.Login.Ca), folder.Write("leaf.pem", world.Login.Leaf));
        await File.WriteAllTextAsync(folder.PathOf("both.pem"), await File.ReadAllTextAsync(root, TestContext.Current.CancellationToken) + await File.ReadAllTextAsync(ca, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        var signature = await OpensslFolder.TryAsync("crl", "-inform", "DER", "-in", file, "-noout", "-CAfile", folder.PathOf("both.pem"));
        var path = await OpensslFolder.TryAsync(
            "verify", "-crl_check", "-CAfile", root, "-untrusted", ca, "-CRLfile", folder.PathOf("list.pem"), "-attime", world.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), leaf);

        var ours = world.Judge();
        Assert.Equal(row.Ours, ours.Defect?.ToString() ?? (ours.Status == CrlStatus.NotListed ? null : ours.Status.ToString()));
        Assert.Equal((row.Signature, row.Path), (CrlComparison.Signed(signature), CrlComparison.Outcome(path)));
        Assert.True(row.Agrees == (row.Why is null), "where the two differ, and only there, the table says why");
    }
}
