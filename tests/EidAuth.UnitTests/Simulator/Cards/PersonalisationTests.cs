using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Cards;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class PersonalisationTests
{
    private const string Identity = "3F00DF014031";
    private const string IdentitySignature = "3F00DF014032";
    private const string Address = "3F00DF014033";
    private const string AddressSignature = "3F00DF014034";
    private const string Photo = "3F00DF014035";

    [Fact]
    public void Identity_of_1_8_has_its_fields_in_order()
    {
        var card = CardTalk.Issue("adult-18");
        var fields = Fields(card.ReadFile(Identity));
        Assert.Equal(
            [0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0x10, 0x11, 0x1A],
            fields.Select(field => field.Tag));
        Assert.Equal("592000100115", Text(fields, 0x01));
        Assert.Equal(card.Say("80E400001C")[..32], Convert.ToHexString(Value(fields, 0x02)));
        Assert.Equal("Gent", Text(fields, 0x05));
        Assert.Equal("85031499996", Text(fields, 0x06));
        Assert.Equal("Vermeersch", Text(fields, 0x07));
        Assert.Equal("Lotte Marie", Text(fields, 0x08));
        Assert.Equal("A", Text(fields, 0x09));
        Assert.Equal("Belg", Text(fields, 0x0A));
        Assert.Equal("14 MAAR 1985", Text(fields, 0x0C));
        Assert.Equal("V", Text(fields, 0x0D));
        Assert.Equal("", Text(fields, 0x0E));
        Assert.Equal("1", Text(fields, 0x0F));
        Assert.Equal(SHA384.HashData(card.ReadFile(Photo)), Value(fields, 0x11));
        Assert.Equal(SHA384.HashData(card.ReadFile("3F00DF014040")), Value(fields, 0x1A));
    }

    [Fact]
    public void Identity_of_1_7_hashes_the_photo_with_sha_256_and_has_no_basic_key()
    {
        var card = CardTalk.Issue("adult-17");
        var fields = Fields(card.ReadFile(Identity));
        Assert.Equal(0x11, fields[^1].Tag);
        Assert.Equal(SHA256.HashData(card.ReadFile(Photo)), Value(fields, 0x11));
        Assert.Equal("30 JUIL 1971", Text(fields, 0x0C));
        Assert.Equal("6A82", card.Say("00A4080C063F00DF014040"));
    }

    [Fact]
    public void Validity_is_written_around_the_pki_clock()
    {
        using var pki = EidAuth.Testing.Pki.SharedPki.Open(new ManualTimeProvider(new DateTimeOffset(2027, 5, 4, 23, 30, 0, TimeSpan.Zero)));
        var fields = Fields(pki.IssueCard(Citizen.All["adult-18"]).ReadFile(Identity));
        Assert.Equal("04.05.2026", Text(fields, 0x03));
        Assert.Equal("04.05.2036", Text(fields, 0x04));
    }

    [Theory]
    [InlineData("fr", 4, "30 AVR  1971")]
    [InlineData("fr", 7, "30 JUIL 1971")]
    [InlineData("nl", 3, "30 MAAR 1971")]
    [InlineData("nl", 10, "30 OKT  1971")]
    [InlineData("de", 3, "30.MÄR.1971")]
    [InlineData("de", 12, "30.DEZ.1971")]
    public void Birth_dates_follow_the_cards_language(string language, int month, string expected) =>
        Assert.Equal(expected, IdentityFile.BirthDate(new DateOnly(1971, month, 30), language));

    [Theory]
    [InlineData("adult-17")]
    [InlineData("adult-18")]
    public void National_register_signed_identity_and_address(string id)
    {
        var card = CardTalk.Issue(id);
        using var register = X509CertificateLoader.LoadCertificate(card.ReadFile("3F00DF00503C"));
        var signature = card.ReadFile(IdentitySignature);
        Assert.Equal(256, signature.Length);
        Assert.True(Verifies(register, card.ReadFile(Identity), signature));

        var address = card.ReadFile(Address);
        Assert.Equal(121, address.Length);
        Assert.Equal(0, address[^1]);
        byte[] signed = [.. address.AsSpan().TrimEnd((byte)0), .. signature];
        Assert.True(Verifies(register, signed, card.ReadFile(AddressSignature)));
        Assert.False(Verifies(register, [.. address, .. signature], card.ReadFile(AddressSignature)));
    }

    [Theory]
    [InlineData("adult-17", 50, 50, 50, 0, 0)]
    [InlineData("adult-18", 1100, 1100, 1100, 1100, 1100)]
    public void Certificate_files_are_der_and_zeros(string id, params int[] zeros)
    {
        var card = CardTalk.Issue(id);
        for (var i = 0; i < zeros.Length; i++)
        {
            var file = card.ReadFile($"3F00DF00{0x5038 + i:X4}");
            var length = 4 + (file[2] << 8) + file[3];
            Assert.Equal(zeros[i], file.Length - length);
            Assert.All(file[length..], octet => Assert.Equal(0, octet));
        }
    }

    [Theory]
    [InlineData("adult-17", 140, 200)]
    [InlineData("adult-18", 150, 195)]
    public void Photo_is_a_grey_jpeg_of_the_generations_size(string id, int width, int height)
    {
        var photo = CardTalk.Issue(id).ReadFile(Photo);
        Assert.InRange(photo.Length, 2_500, 3_100);
        Assert.Equal([0xFF, 0xD8], photo[..2]);
        var frame = photo.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        Assert.Equal([8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1], photo[(frame + 4)..(frame + 10)]);
    }

    [Theory]
    [InlineData("adult-17", 119, 163, "30", "0800")]
    [InlineData("adult-18", 119, 175, "A0", "0180")]
    public void Directory_files_have_the_lengths_of_real_cards(string id, int keyObjects, int certificateObjects, string tag, string bits)
    {
        var card = CardTalk.Issue(id);
        Assert.Equal(37, card.ReadFile("3F002F00").Length);
        Assert.Equal(36, card.ReadFile("3F00DF005031").Length);
        Assert.Equal(41, card.ReadFile("3F00DF005032").Length);
        Assert.Equal(53, card.ReadFile("3F00DF005034").Length);
        Assert.Equal(certificateObjects, card.ReadFile("3F00DF005037").Length);
        var keys = Convert.ToHexString(card.ReadFile("3F00DF005035"));
        Assert.Equal(2 * keyObjects, keys.Length);
        Assert.StartsWith(tag + "3A", keys, StringComparison.Ordinal);
        Assert.EndsWith("0202" + bits, keys, StringComparison.Ordinal);
        Assert.Equal(card.Say("80E400001C")[..32], Convert.ToHexString(card.ReadFile("3F00DF005032"))[14..46]);
    }

    [Fact]
    public void Hostile_names_are_on_the_card_byte_for_byte()
    {
        var citizen = Citizen.All["hostile-name"];
        Assert.Contains('\0', citizen.GivenNames);
        Assert.Contains('\u202E', citizen.Surname);
        var card = CardTalk.Issue(citizen);
        var fields = Fields(card.ReadFile(Identity));
        Assert.Equal(citizen.Surname, Text(fields, 0x07));
        Assert.Equal(citizen.GivenNames, Text(fields, 0x08));
        using var certificate = X509CertificateLoader.LoadCertificate(card.ReadFile("3F00DF005038"));
        Assert.True(certificate.SubjectName.RawData.AsSpan().IndexOf(Encoding.UTF8.GetBytes(citizen.GivenNames)) > 0);
    }

    [Fact]
    public void Two_cards_of_one_citizen_have_other_chips_and_other_keys()
    {
        var first = CardTalk.Issue("adult-18");
        var second = CardTalk.Issue("adult-18");
        Assert.NotEqual(first.Say("80E400001C"), second.Say("80E400001C"));
        using var one = X509CertificateLoader.LoadCertificate(first.ReadFile("3F00DF005038"));
        using var other = X509CertificateLoader.LoadCertificate(second.ReadFile("3F00DF005038"));
        Assert.NotEqual(one.GetPublicKeyString(), other.GetPublicKeyString());
        Assert.NotEqual(one.SerialNumber, other.SerialNumber);
    }

    [Fact]
    public void Answers_to_reset_are_those_of_the_generations()
    {
        Assert.Equal("3B9813400AA503010101AD1311", Convert.ToHexString(CardTalk.Issue("adult-17").Atr.Span));
        Assert.Equal("3B7F96000080318065B085040120120FFF829000", Convert.ToHexString(CardTalk.Issue("adult-18").Atr.Span));
    }

    [Theory]
    [InlineData("2.0", "Vermeersch", 3)]
    [InlineData("1.8", "a surname of more than one hundred and ten bytes, which is more than the field of the identity file may ever have held", 3)]
    [InlineData("1.8", "Vermeersch", 4)]
    [InlineData("1.8", "Vermeersch", -1)]
    public void What_does_not_fit_makes_no_card(string applet, string surname, int triesLeft) =>
        Assert.Throws<ArgumentException>(
            () => CardTalk.Issue(Citizen.All["adult-18"] with { Applet = applet, Surname = surname, TriesLeft = triesLeft }));

    [Theory]
    [InlineData(254, "07FE")]
    [InlineData(255, "07FF00")]
    [InlineData(300, "07FF2D")]
    [InlineData(510, "07FFFF00")]
    public void Lengths_of_255_and_more_are_added_up(int length, string start)
    {
        var bytes = new TlvWriter().Bytes(0x07, new byte[length]).ToArray();
        Assert.StartsWith(start, Convert.ToHexString(bytes), StringComparison.Ordinal);
        Assert.Equal((start.Length / 2) + length, bytes.Length);
        Assert.Equal(bytes, RecordRange.Of(bytes, 0x07, 0x07));
    }

    private static bool Verifies(X509Certificate2 signer, byte[] data, byte[] file)
    {
        using var rsa = signer.GetRSAPublicKey();
        if (rsa is not null)
        {
            return rsa.VerifyData(data, file, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var ec = signer.GetECDsaPublicKey()!;
        return ec.VerifyData(data, file.AsSpan(0, file[1] + 2), HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static List<(int Tag, byte[] Value)> Fields(byte[] file)
    {
        List<(int, byte[])> fields = [];
        for (var at = 0; at < file.Length; at += 2 + file[at + 1])
        {
            fields.Add((file[at], file[(at + 2)..(at + 2 + file[at + 1])]));
        }

        return fields;
    }

    private static byte[] Value(List<(int Tag, byte[] Value)> fields, int tag) => fields.Single(field => field.Tag == tag).Value;

    private static string Text(List<(int Tag, byte[] Value)> fields, int tag) => Encoding.UTF8.GetString(Value(fields, tag));
}
