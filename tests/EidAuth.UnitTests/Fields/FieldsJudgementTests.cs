using System.Text;
using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using EidAuth.UnitTests.Proof;
using Xunit;

namespace EidAuth.UnitTests.Fields;

/// <summary>Posted fields are proven, or refused for the one thing that is wrong with them; each refusal beside the same input without the defect.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class FieldsJudgementTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_register_signed_about_the_person_who_logged_in_is_proven(bool rsa)
    {
        var card = Card(rsa);
        var fields = FieldsBench.Proven(card.JudgeFields(card.Content()));
        Assert.Equal("Voorbeeld", fields.Identity!.Surname);
        Assert.Equal("A 1", fields.Address!.Street);
        Assert.Equal(card.Photo, fields.Photo!.Value.ToArray());
        Assert.Equal(ForgedCard.Now, fields.ReadAt);
        Assert.True(fields.TestTrust);
        Assert.Empty(fields.Remarks);
        Assert.Equal("national-register-signature", ProvenFields.Proof);
        Assert.Equal("ProvenFields", fields.ToString());
    }

    [Fact]
    public void Without_the_files_the_words_are_there_and_the_photo()
    {
        var card = ForgedCard.Ec();
        var whole = FieldsBench.Proven(card.JudgeFields(card.Content()));
        Assert.False(whole.Identity!.Raw.IsEmpty || whole.Address!.Raw.IsEmpty);
        Assert.NotEmpty(whole.Identity.Fields);

        var words = whole.WithoutFiles();
        Assert.True(words.Identity!.Raw.IsEmpty && words.Address!.Raw.IsEmpty);
        Assert.Empty(words.Identity.Fields);
        Assert.Empty(words.Address.Fields);
        Assert.Equal(whole.Identity with { Raw = default, Fields = words.Identity.Fields }, words.Identity);
        Assert.Equal((whole.Address.Street, whole.Address.Zip, whole.Address.Municipality), (words.Address.Street, words.Address.Zip, words.Address.Municipality));
        Assert.Equal((whole.Photo, whole.ReadAt, whole.Remarks, whole.TestTrust), (words.Photo, words.ReadAt, words.Remarks, words.TestTrust));
        Assert.Equal(CardParts.Photo, FieldsBench.Proven(card.JudgeFields(card.Content(), CardParts.Photo)).WithoutFiles().Given);
    }

    [Theory]
    [InlineData(CardParts.Identity)]
    [InlineData(CardParts.Address)]
    [InlineData(CardParts.Photo)]
    [InlineData(CardParts.Identity | CardParts.Photo)]
    [InlineData(CardParts.Address | CardParts.Photo)]
    public void The_site_sees_what_was_agreed_to_though_more_travelled(CardParts agreed)
    {
        var card = ForgedCard.Ec();
        var fields = FieldsBench.Proven(card.JudgeFields(card.Content(), agreed));
        Assert.Equal(agreed.HasFlag(CardParts.Identity), fields.Identity is not null);
        Assert.Equal(agreed.HasFlag(CardParts.Address), fields.Address is not null);
        Assert.Equal(agreed.HasFlag(CardParts.Photo), fields.Photo is not null);
    }

    [Fact]
    public void Where_nothing_is_left_of_what_was_asked_for_nothing_is_proven_and_nothing_is_wrong()
    {
        var card = ForgedCard.Ec();
        var fields = FieldsBench.Proven(card.JudgeFields(FieldsBench.Post(card.Content(), CardParts.Photo, CardParts.Address)));
        Assert.Null(fields.Identity);
        Assert.Null(fields.Address);
        Assert.Null(fields.Photo);
    }

    [Theory]
    [InlineData("identity", CardParts.Identity)]
    [InlineData("identity", CardParts.Address)]
    [InlineData("identity", CardParts.Photo)]
    [InlineData("identitySignature", CardParts.Identity)]
    [InlineData("identitySignature", CardParts.Address)]
    [InlineData("identitySignature", CardParts.Photo)]
    [InlineData("address", CardParts.Address)]
    [InlineData("addressSignature", CardParts.Address)]
    [InlineData("photo", CardParts.Photo)]
    [InlineData("register", CardParts.Identity)]
    [InlineData("register", CardParts.Address)]
    public void A_missing_file_is_named(string member, CardParts agreed)
    {
        var card = ForgedCard.Ec();
        var json = PostedFields.Take(card.Content(), agreed)!.ToJson();
        Assert.True(PostedFields.TryParse(json, agreed, out var whole));
        FieldsBench.Proven(card.JudgeFields(whole!));
        Assert.True(PostedFields.TryParse(json.Replace($"\"{member}\":", "\"x\":", StringComparison.Ordinal), agreed, out var part));
        FieldsBench.AssertRefused(FieldsRejection.FieldsIncomplete, card.JudgeFields(part!));
    }

    [Theory]
    [InlineData("identity", "AQID")]
    [InlineData("address", "AQID")]
    [InlineData("address", "AAAA")]
    public void A_file_that_cannot_be_read_is_named(string member, string content)
    {
        var card = ForgedCard.Ec();
        var json = PostedFields.Take(card.Content(), FieldsBench.All)!.ToJson();
        var changed = json.Replace($"\"{member}\":\"", $"\"{member}\":\"{content}\",\"x\":\"", StringComparison.Ordinal);
        Assert.True(PostedFields.TryParse(changed, FieldsBench.All, out var posted));
        FieldsBench.AssertRefused(FieldsRejection.FieldsUnreadable, card.JudgeFields(posted!));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_altered_identity_is_refused_whatever_part_is_given(bool rsa)
    {
        var card = Card(rsa);
        var content = card.Content();
        card.Fields[0x07] = Encoding.UTF8.GetBytes("Voorbeelt");
        var altered = content with { Identity = ForgedCard.Parse(card.IdentityFile()) };
        foreach (var agreed in (CardParts[])[CardParts.Identity, CardParts.Address, CardParts.Photo])
        {
            FieldsBench.AssertRefused(FieldsRejection.FieldsIdentitySignature, card.JudgeFields(altered, agreed));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_altered_address_is_refused(bool rsa)
    {
        var card = Card(rsa);
        var content = card.Content();
        card.AddressFile[2] ^= 0x01;
        FieldsBench.AssertRefused(FieldsRejection.FieldsAddressSignature, card.JudgeFields(content with { Address = ForgedCard.ParseAddress(card.AddressFile) }));
    }

    [Fact]
    public void An_address_of_somebody_else_is_refused_beside_ones_own_identity()
    {
        var card = ForgedCard.Ec();
        var other = ForgedCard.Ec();
        other.Fields[0x06] = Encoding.ASCII.GetBytes("85031299860");
        other.AddressFile = [0x01, 3, .. "B 2"u8, 0x02, 4, .. "9000"u8, 0x03, 4, .. "Gent"u8, .. new byte[102]];
        var others = other.Content();
        FieldsBench.AssertRefused(
            FieldsRejection.FieldsAddressSignature,
            card.JudgeFields(card.Content() with { Address = others.Address, AddressSignature = others.AddressSignature }));

        // With the other one's identity signature, which the address signature covers, it is the identity that no longer fits.
        FieldsBench.AssertRefused(
            FieldsRejection.FieldsIdentitySignature,
            card.JudgeFields(card.Content() with { IdentitySignature = others.IdentitySignature, Address = others.Address, AddressSignature = others.AddressSignature }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_altered_photo_is_refused(bool rsa)
    {
        var card = Card(rsa);
        FieldsBench.AssertRefused(FieldsRejection.FieldsPhotoHash, card.JudgeFields(card.Content() with { Photo = (byte[])[.. card.Photo, 0] }));
    }

    [Theory]
    [InlineData(CardParts.Identity)]
    [InlineData(CardParts.Address)]
    [InlineData(CardParts.Photo)]
    public void Another_persons_card_is_refused_though_everything_on_it_is_genuine(CardParts agreed)
    {
        var card = ForgedCard.Ec();
        FieldsBench.Proven(card.JudgeFields(card.Content(), agreed, FieldsBench.Login()));
        FieldsBench.AssertRefused(FieldsRejection.FieldsOfAnotherPerson, card.JudgeFields(card.Content(), agreed, FieldsBench.Login("85031299860")));
    }

    [Fact]
    public void A_card_counts_on_its_last_day_and_not_after()
    {
        var card = ForgedCard.Ec();
        card.Fields[0x04] = Encoding.ASCII.GetBytes("02.03.2027");
        var lastDay = new DateTimeOffset(2027, 3, 2, 23, 59, 59, TimeSpan.Zero);
        FieldsBench.Proven(card.JudgeFields(card.Content(), now: lastDay));
        FieldsBench.AssertRefused(FieldsRejection.FieldsCardExpired, card.JudgeFields(card.Content(), now: lastDay.AddSeconds(1)));
    }

    [Fact]
    public void A_signer_below_another_root_is_refused()
    {
        var card = ForgedCard.Ec();
        using var others = new CertificateFiles([ForgedCard.Rsa().Root.Encoded]);
        FieldsBench.AssertRefused(
            FieldsRejection.FieldsRegisterUntrusted,
            FieldsBench.Post(card.Content()).Judge(FieldsBench.Login(), TrustAnchors.FromTestFolder(others.Path), ForgedCard.Now));
    }

    [Fact]
    public void A_signer_that_the_holder_made_below_a_root_of_ones_own_is_refused()
    {
        // Root and signer travel with the fields: the pin decides, not what travels.
        var (card, own) = (ForgedCard.Ec(), ForgedCard.Ec());
        own.Register.IssuerKey = own.Root.IssuerKey = own.Root.Key = ForgeKey.P384(6);
        own.Root.With(Forge.SubjectKeyIdentifier, Der.OctetString(own.Root.Key.Sha1));
        own.Register.With(Forge.AuthorityKeyIdentifier, Forge.Authority(own.Root.Key.Sha1));
        FieldsBench.Proven(own.JudgeFields(own.Content()));
        FieldsBench.AssertRefused(FieldsRejection.FieldsRegisterUntrusted, card.JudgeFields(own.Content()));
    }

    [Fact]
    public void A_signature_with_something_behind_it_is_refused_and_one_with_fewer_zeros_is_not()
    {
        var card = ForgedCard.Ec();
        var content = card.Content();
        var signature = content.IdentitySignature!.Value.ToArray();
        var identityAlone = content with { Address = null, AddressSignature = null };
        FieldsBench.Proven(card.JudgeFields(identityAlone with { IdentitySignature = signature.AsSpan().TrimEnd((byte)0).ToArray() }, CardParts.Identity));
        signature[^1] = 1;
        FieldsBench.AssertRefused(FieldsRejection.FieldsIdentitySignature, card.JudgeFields(identityAlone with { IdentitySignature = signature }, CardParts.Identity));
    }

    [Fact]
    public void Zeros_at_the_end_are_signed_with_an_identity_and_not_with_an_address()
    {
        var card = ForgedCard.Ec();
        var content = card.Content();
        FieldsBench.Proven(card.JudgeFields(content with { Address = ForgedCard.ParseAddress([.. card.AddressFile, 0, 0]) }));
        FieldsBench.AssertRefused(
            FieldsRejection.FieldsIdentitySignature,
            card.JudgeFields(content with { Identity = ForgedCard.Parse([.. card.IdentityFile(), 0]), Address = null }, CardParts.Identity));
    }

    [Fact]
    public void What_holds_less_than_it_seems_is_said()
    {
        var card = ForgedCard.Rsa();
        card.Fields[0x11] = Forge.Sha1(card.Photo);
        Assert.Equal([CardProofRemark.Sha1], FieldsBench.Proven(card.JudgeFields(card.Content())).Remarks);
    }

    [Fact]
    public void A_login_of_a_test_PKI_is_not_judged_with_fields_under_the_Belgian_roots()
    {
        var card = ForgedCard.Ec();
        Assert.Throws<ArgumentException>(() => FieldsBench.Post(card.Content()).Judge(FieldsBench.Login(), TrustAnchors.Belgium, ForgedCard.Now));
    }

    private static ForgedCard Card(bool rsa) => rsa ? ForgedCard.Rsa() : ForgedCard.Ec();
}
