using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Cards;

/// <summary>Every citizen's card holds what the citizen's file says, and is broken where it says so and nowhere else.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class CitizenCardTests
{
    public static TheoryData<string> Ids => [.. Citizen.InOrder.Where(citizen => !citizen.Has(CitizenFault.NotActivated)).Select(citizen => citizen.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Identity_and_address_files_say_what_the_citizens_file_says(string id)
    {
        var citizen = Citizen.All[id];
        var card = CardTalk.Issue(id);
        var fields = Fields(card.ReadFile("3F00DF014031"));
        string? Text(int tag) => fields.TryGetValue(tag, out var value) ? Encoding.UTF8.GetString(value) : null;

        var validity = citizen.Validity ?? CardValidity.Around(TimeProvider.System.GetUtcNow());
        Assert.Equal(citizen.CardNumber, Text(0x01));
        Assert.Equal(validity.From.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), Text(0x03));
        Assert.Equal(validity.Until.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), Text(0x04));
        Assert.Equal(citizen.IssuingMunicipality, Text(0x05));
        Assert.Equal(citizen.NationalNumber, Text(0x06));
        Assert.Equal(citizen.Surname, Text(0x07));
        Assert.Equal(citizen.GivenNames, Text(0x08));
        Assert.Equal(citizen.ThirdNameInitial, Text(0x09));
        Assert.Equal(citizen.Nationality, Text(0x0A));
        Assert.Equal(citizen.BirthPlace, Text(0x0B));
        Assert.EndsWith(citizen.BirthDate.Year.ToString(CultureInfo.InvariantCulture), Text(0x0C), StringComparison.Ordinal);
        Assert.Equal(citizen.Sex, Text(0x0D));
        Assert.Equal(citizen.NobleCondition, Text(0x0E));
        Assert.Equal(citizen.DocumentType, Text(0x0F));
        Assert.Equal(citizen.SpecialStatus, Text(0x10));
        Assert.Equal(citizen.Duplicate, Text(0x12));
        Assert.Equal(citizen.SpecialOrganisation, Text(0x13));
        Assert.Equal(citizen.MemberOfFamily ? "" : null, Text(0x14));
        Assert.Equal(citizen.Protection, Text(0x15));
        Assert.Equal(citizen.WorkPermit, Text(0x16));
        Assert.Equal(citizen.Vat1, Text(0x17));
        Assert.Equal(citizen.Vat2, Text(0x18));
        Assert.Equal(citizen.RegionalFileNumber, Text(0x19));
        Assert.Equal(citizen.Applet == "1.8", fields.ContainsKey(0x1A));
        Assert.Equal(citizen.Brexit1, Text(0x1B));
        Assert.Equal(citizen.Brexit2, Text(0x1C));
        Assert.Equal(citizen.CardAMention1, Text(0x1D));
        Assert.Equal(citizen.CardAMention2, Text(0x1E));
        Assert.Equal(citizen.EuStartDate?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), Text(0x1F));
        Assert.Equal(fields.Keys.Order(), fields.Keys);

        var address = card.ReadFile("3F00DF014033");
        Assert.Equal(citizen.AddressLength ?? (citizen.Applet is "1.0" or "1.1" ? 117 : 121), address.Length);
        var lines = Fields(address);
        Assert.Equal(citizen.Address.Street, Encoding.UTF8.GetString(lines[1]));
        Assert.Equal(citizen.Address.Zip, Encoding.UTF8.GetString(lines[2]));
        Assert.Equal(citizen.Address.Municipality, Encoding.UTF8.GetString(lines[3]));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_forged_card_breaks_one_check_and_the_others_none(string id)
    {
        var card = CardTalk.Issue(id);
        var identity = card.ReadFile("3F00DF014031");
        var fields = Fields(identity);
        var signature = card.ReadFile("3F00DF014032");
        byte[] signedAddress = [.. card.ReadFile("3F00DF014033").AsSpan().TrimEnd((byte)0), .. signature];
        using var register = X509CertificateLoader.LoadCertificate(card.ReadFile("3F00DF00503C"));
        using var root = X509CertificateLoader.LoadCertificate(card.ReadFile("3F00DF00503B"));
        List<string> broken = [];
        void Check(string name, bool holds) => broken.AddRange(holds ? [] : [name]);

        Check("bad-identity-signature", Verifies(register, identity, signature));
        Check("bad-address-signature", Verifies(register, signedAddress, card.ReadFile("3F00DF014034")));
        Check("bad-photo-hash", Hash(fields[0x11].Length, card.ReadFile("3F00DF014035")).AsSpan().SequenceEqual(fields[0x11]));
        Check("other-chip-number", Convert.FromHexString(card.Say("80E400001C")[..32]).AsSpan().SequenceEqual(fields[0x02]));
        Check("bad-basic-key", !fields.TryGetValue(0x1A, out var hash) || SHA384.HashData(card.ReadFile("3F00DF014040")).AsSpan().SequenceEqual(hash));
        Check("untrusted-register", IsIssuedBy(register, root));
        var authentication = card.ReadFile("3F00DF005038");
        Check("other-national-number", authentication[0] == 0 || authentication.AsSpan().IndexOf(fields[0x06]) > 0);

        Assert.Equal(Citizen.All[id].Group == CitizenGroup.Forged ? [id] : [], broken);
    }

    [Fact]
    public void Two_kinds_of_register_signatures_are_as_long_as_their_generation_has_them()
    {
        Assert.Equal(128, CardTalk.Issue("adult-11").ReadFile("3F00DF014032").Length);
        Assert.Equal(256, CardTalk.Issue("adult-17").ReadFile("3F00DF014034").Length);
        var rekeyed = CardTalk.Issue("rekeyed-17").ReadFile("3F00DF014032");
        Assert.Equal(256, rekeyed.Length);
        Assert.Equal(0x30, rekeyed[0]);
        Assert.Equal(0, rekeyed[^1]);
    }

    [Fact]
    public void A_rekeyed_card_has_rsa_keys_under_an_ec_ca()
    {
        var card = CardTalk.Issue("rekeyed-17");
        using var holder = X509CertificateLoader.LoadCertificate(card.ReadFile("3F00DF005038"));
        using var ca = X509CertificateLoader.LoadCertificate(card.ReadFile("3F00DF00503A"));
        Assert.NotNull(holder.GetRSAPublicKey());
        Assert.NotNull(ca.GetECDsaPublicKey());
        Assert.Equal(32, Fields(card.ReadFile("3F00DF014031"))[0x11].Length);
        // 2.16.56.13.6.1.1.1000, the policy of the CA's generation.
        Assert.True(holder.RawData.AsSpan().IndexOf(Convert.FromHexString("0608" + "60380D0601018768")) > 0);
    }

    [Fact]
    public void Foreigners_have_their_own_ca_policy_and_country()
    {
        var card = CardTalk.Issue("foreigner");
        using var holder = X509CertificateLoader.LoadCertificate(card.ReadFile("3F00DF005038"));
        Assert.Contains("CN=Foreigner CA", holder.Issuer, StringComparison.Ordinal);
        Assert.Contains("C=DK", holder.Subject, StringComparison.Ordinal);
        Assert.True(holder.RawData.AsSpan().IndexOf(Convert.FromHexString("0608" + "60380D0602018768")) > 0);
    }

    [Fact]
    public void A_card_without_certificates_has_files_of_zeros_and_a_shorter_directory()
    {
        var card = CardTalk.Issue("child");
        Assert.Equal(new byte[2500], card.ReadFile("3F00DF005038"));
        Assert.Equal(new byte[2500], card.ReadFile("3F00DF005039"));
        var directory = card.ReadFile("3F00DF005037");
        Assert.Equal(175, directory.Length);
        Assert.Equal("3026300B0C024341", Convert.ToHexString(directory)[..16]);
        Assert.All(directory[82..], octet => Assert.Equal(0, octet));
        var older = CardTalk.Issue(Citizen.All["adult-17"] with { Certificates = [HolderCertificate.Authentication] });
        Assert.Equal(new byte[1300], older.ReadFile("3F00DF005039"));
        Assert.Equal(0x30, older.ReadFile("3F00DF005038")[0]);
    }

    [Fact]
    public void Old_cards_have_preferences_and_a_role_key_hash_that_1_8_has_not()
    {
        var old = CardTalk.Issue("adult-17");
        Assert.Equal(20, old.ReadFile("3F00DF014038").Length);
        Assert.Equal(new byte[100], old.ReadFile("3F00DF014039"));
        Assert.Equal("6A82", CardTalk.Issue("adult-18").Say("00A4080C063F00DF014039"));
    }

    [Fact]
    public void A_card_that_is_not_activated_says_so_to_select_and_read_and_knows_nothing_else()
    {
        var card = CardTalk.Issue("not-activated");
        Assert.Equal("6985", card.Say("00A4080C063F00DF014031"));
        Assert.Equal("6985", card.Say("00B0000000"));
        Assert.Equal("6D00", card.Say("80E400001C"));
        Assert.Equal("6D00", card.Say(CardTalk.WrongPin));
        Assert.Equal(3, card.TriesLeft);
        var older = CardTalk.Issue(Citizen.All["adult-17"] with { Faults = [CitizenFault.NotActivated] });
        Assert.Equal("6283", older.Say("00A4080C063F00DF014031"));
    }

    [Fact]
    public void An_expired_card_ended_before_the_pkis_clock()
    {
        var clock = new ManualTimeProvider();
        using var pki = SharedPki.Open(clock);
        using var certificate = X509CertificateLoader.LoadCertificate(pki.IssueCard(Citizen.All["expired"]).ReadFile("3F00DF005038"));
        Assert.True(certificate.NotAfter.ToUniversalTime() < clock.GetUtcNow().AddDays(-29));
        Assert.True(certificate.NotBefore < certificate.NotAfter);
    }

    [Fact]
    public void Identities_are_as_long_as_programs_that_read_512_bytes_can_read() =>
        Assert.All(Citizen.InOrder.Where(citizen => !citizen.Has(CitizenFault.NotActivated)), citizen =>
            Assert.InRange(CardTalk.Issue(citizen).ReadFile("3F00DF014031").Length, 150, 512));

    private static Dictionary<int, byte[]> Fields(byte[] file)
    {
        Dictionary<int, byte[]> fields = [];
        for (var at = 0; at < file.Length && (at == 0 || file[at] != 0); at += 2 + file[at + 1])
        {
            fields.Add(file[at], file[(at + 2)..(at + 2 + file[at + 1])]);
        }

        return fields;
    }

#pragma warning disable CA5350 // Cards up to 1.1 were signed with SHA-1.
    private static byte[] Hash(int length, byte[] data) => CryptographicOperations.HashData(
        length switch { 20 => HashAlgorithmName.SHA1, 32 => HashAlgorithmName.SHA256, _ => HashAlgorithmName.SHA384 }, data);

    private static bool Verifies(X509Certificate2 signer, byte[] data, byte[] file)
    {
        using var rsa = signer.GetRSAPublicKey();
        if (rsa is not null)
        {
            return rsa.VerifyData(data, file, rsa.KeySize == 1024 ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var ec = signer.GetECDsaPublicKey()!;
        return ec.VerifyData(data, file.AsSpan(0, file[1] + 2), HashAlgorithmName.SHA384, DSASignatureFormat.Rfc3279DerSequence);
    }
#pragma warning restore CA5350

    private static bool IsIssuedBy(X509Certificate2 certificate, X509Certificate2 root)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
