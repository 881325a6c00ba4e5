using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Belpic.Files;

/// <summary>The directory files as the manuals print them.</summary>
[Trait("Group", TestGroup.Card)]
public class Pkcs15Tests
{
    internal const string Objects = "A00A300804063F00DF005035A40A300804063F00DF005037A80A300804063F00DF005034";
    internal const string TokenInfo17 = "30270201000410534C4790000102030405060708090A0B800642454C504943030204309E0402030040";
    internal const string Pins = "3033300F0C0942617369632050494E030206C03003040101A11B30190302020C0A01000201040201088001010401FF300404023F00";

    internal const string RsaKeys =
        "303A30170C0E41757468656E7469636174696F6E030206C0040101300F04010203020520030203B802020082A10E300C300604043F00DF0002020800" +
        "303930150C095369676E6174757265030206C004010102010130100401030303060040030203B802020083A10E300C300604043F00DF0002020800";

    internal const string EcKeys =
        "A03A30170C0E41757468656E7469636174696F6E030206C0040101300F04010203020520030203B802020082A10E300C300604043F00DF0002020180" +
        "A03930150C095369676E6174757265030206C004010102010130100401030303060040030203B802020083A10E300C300604043F00DF0002020180";

    internal const string Certificates17 =
        "302C30170C0E41757468656E7469636174696F6E030206C00401013003040102A10C300A300804063F00DF005038" +
        "302730120C095369676E6174757265030206C00401013003040103A10C300A300804063F00DF005039" +
        "3023300B0C024341030206C004010130060401040101FFA10C300A300804063F00DF00503A" +
        "3025300D0C04526F6F74030206C004010130060401060101FFA10C300A300804063F00DF00503B";

    internal const string Certificates18 =
        "302F30170C0E41757468656E7469636174696F6E030206400401013006040102830100A10C300A300804063F00DF005038" +
        "302A30120C095369676E6174757265030206400401013006040103830100A10C300A300804063F00DF005039" +
        "3026300B0C0243410302064004010130090401040101FF830100A10C300A300804063F00DF00503A" +
        "3028300D0C04526F6F740302064004010130090401060101FF830100A10C300A300804063F00DF00503B";

    [Fact]
    public void Token_info()
    {
        Assert.True(TokenInfo.TryParse(Hex(TokenInfo17), out var info));
        Assert.Equal("534C4790000102030405060708090A0B", Convert.ToHexString(info!.SerialNumber.Span));
        Assert.Equal(("BELPIC", 0), (info.Label, info.Version));
        Assert.Equal(((byte?)2, (byte?)3, (byte?)0), (info.GraphicalVersion, info.ElectricalVersion, info.ElectricalInterfaceVersion));
        Assert.Equal(Hex(TokenInfo17), info.Raw.ToArray());
        Assert.Equal("TokenInfo", info.ToString());
    }

    [Fact]
    public void Token_info_without_versions_has_none()
    {
        Assert.True(TokenInfo.TryParse(Hex("30210201000410534C4790000102030405060708090A0B800642454C50494303020430"), out var info));
        Assert.Null(info!.GraphicalVersion ?? info.ElectricalVersion ?? info.ElectricalInterfaceVersion);
    }

    [Fact]
    public void Object_directory()
    {
        Assert.True(ObjectDirectoryEntry.TryParse(Hex(Objects), out var entries));
        Assert.Equal([(0, "3F00DF005035"), (4, "3F00DF005037"), (8, "3F00DF005034")], entries!.Select(entry => (entry.Kind, Convert.ToHexString(entry.Path.Span))));
    }

    [Fact]
    public void Pin_objects()
    {
        Assert.True(PinObject.TryParse(Hex(Pins), out var pins));
        var pin = Assert.Single(pins!);
        Assert.Equal(("Basic PIN", 4, 8, 1, 0xFF), (pin.Label, pin.MinimumLength, pin.StoredLength, pin.Reference, pin.PadCharacter));
        Assert.Equal([0x01], pin.AuthId.ToArray());
    }

    [Theory]
    [InlineData(RsaKeys, false, 2048)]
    [InlineData(EcKeys, true, 384)]
    public void Private_key_objects(string file, bool isEc, int bits)
    {
        Assert.True(PrivateKeyObject.TryParse(Hex(file), out var keys));
        Assert.Equal(["Authentication", "Signature"], keys!.Select(key => key.Label));
        Assert.Equal([(byte)0x82, (byte)0x83], keys!.Select(key => key.KeyReference));
        Assert.Equal([(true, false), (false, true)], keys!.Select(key => (key.CanSign, key.CanSignNonRepudiation)));
        Assert.Equal([null, 1], keys!.Select(key => key.UserConsent));
        Assert.All(keys!, key => Assert.Equal((isEc, bits), (key.IsEllipticCurve, key.Bits)));
        Assert.Equal(["02", "03"], keys!.Select(key => Convert.ToHexString(key.Id.Span)));
    }

    [Theory]
    [InlineData(Certificates17, true)]
    [InlineData(Certificates18, false)]
    public void Certificate_objects(string file, bool isPrivate)
    {
        Assert.True(CertificateObject.TryParse(Hex(file), out var certificates));
        Assert.Equal(["Authentication", "Signature", "CA", "Root"], certificates!.Select(certificate => certificate.Label));
        Assert.Equal(
            [CertificateFile.Authentication, CertificateFile.NonRepudiation, CertificateFile.IssuingCa, CertificateFile.Root],
            certificates!.Select(certificate => certificate.File ?? 0));
        Assert.Equal([false, false, true, true], certificates!.Select(certificate => certificate.IsAuthority));
        Assert.All(certificates!, certificate => Assert.Equal(isPrivate, certificate.IsPrivate));
        Assert.Equal(["02", "03", "04", "06"], certificates!.Select(certificate => Convert.ToHexString(certificate.Id.Span)));
    }

    [Fact]
    public void A_childs_directory_is_shortened_and_ends_in_zeros()
    {
        Assert.True(CertificateObject.TryParse(Hex(Certificates18[((2 + 0x2F + 2 + 0x2A) * 2)..] + new string('0', 186)), out var certificates));
        Assert.Equal(["CA", "Root"], certificates!.Select(certificate => certificate.Label));
    }

    [Fact]
    public void The_misprinted_length_of_the_first_certificate_is_read_as_meant()
    {
        Assert.True(CertificateObject.TryParse(Hex("3032" + Certificates18[4..]), out var certificates));
        Assert.Equal(4, certificates!.Count);
        Assert.False(CertificateObject.TryParse(Hex("3033" + Certificates18[4..]), out _));
        Assert.False(CertificateObject.TryParse(Hex("3031" + Certificates18[4..]), out _));
    }

    [Fact]
    public void An_empty_file_has_no_entries_and_zeros_have_none_either()
    {
        Assert.True(CertificateObject.TryParse(ReadOnlyMemory<byte>.Empty, out var certificates));
        Assert.Empty(certificates!);
        Assert.True(PrivateKeyObject.TryParse(new byte[50], out var keys));
        Assert.Empty(keys!);
    }

    [Theory]
    [InlineData(TokenInfo17)]
    [InlineData(Objects)]
    [InlineData(Pins)]
    [InlineData(RsaKeys)]
    [InlineData(EcKeys)]
    [InlineData(Certificates17)]
    [InlineData(Certificates18)]
    public void A_file_cut_within_an_entry_is_refused(string file)
    {
        var bytes = Hex(file);
        for (var length = 1; length < bytes.Length; length++)
        {
            var isWhole = IsEndOfEntry(bytes, length);
            Assert.Equal(isWhole, Parse(file, bytes.AsMemory(0, length)));
        }

        Assert.True(Parse(file, bytes));
        Assert.True(Parse(file, (byte[])[.. bytes, .. new byte[30]]));
        Assert.False(Parse(file, (byte[])[.. bytes, 0x00, 0x01]));
        Assert.False(Parse(file, (byte[])[.. bytes, .. new byte[5000]]));
    }

    [Theory]
    [InlineData("0101AA")]
    [InlineData("3000")]
    [InlineData("30020000")]
    [InlineData("FFFFFFFF")]
    [InlineData("30800000")]
    public void Something_else_is_refused(string file)
    {
        var bytes = Hex(file);
        Assert.False(TokenInfo.TryParse(bytes, out _));
        Assert.False(ObjectDirectoryEntry.TryParse(bytes, out _));
        Assert.False(PinObject.TryParse(bytes, out _));
        Assert.False(PrivateKeyObject.TryParse(bytes, out _));
        Assert.False(CertificateObject.TryParse(bytes, out _));
    }

    [Fact]
    public void The_basic_key_is_a_p_384_key()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384);
        var file = key.ExportSubjectPublicKeyInfo();
        Assert.True(BasicKey.TryParse(file, out var basic));
        using var read = basic!.CreateEcdsa();
        Assert.Equal(file, read.ExportSubjectPublicKeyInfo());
        Assert.True(read.VerifyData("some data"u8, key.SignData("some data"u8.ToArray(), System.Security.Cryptography.HashAlgorithmName.SHA384), System.Security.Cryptography.HashAlgorithmName.SHA384));
        Assert.Equal("BasicKey", basic.ToString());
        for (var length = 0; length < file.Length; length++)
        {
            Assert.False(BasicKey.TryParse(file.AsMemory(0, length), out _));
        }

        Assert.False(BasicKey.TryParse((byte[])[.. file, 0], out _));
        Assert.False(BasicKey.TryParse((byte[])[.. file[..22], 0x01, .. file[23..]], out _));
    }

    private static bool IsEndOfEntry(byte[] bytes, int length)
    {
        var at = 0;
        while (at < length)
        {
            at += 2 + bytes[at + 1];
        }

        return at == length;
    }

    private static bool Parse(string file, ReadOnlyMemory<byte> bytes) => file switch
    {
        TokenInfo17 => TokenInfo.TryParse(bytes, out _),
        Objects => ObjectDirectoryEntry.TryParse(bytes, out _),
        Pins => PinObject.TryParse(bytes, out _),
        RsaKeys or EcKeys => PrivateKeyObject.TryParse(bytes, out _),
        _ => CertificateObject.TryParse(bytes, out _),
    };

    private static byte[] Hex(string text) => Convert.FromHexString(text);
}
