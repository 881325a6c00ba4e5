using System.Text.Json;
using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.UnitTests.Proof;
using Xunit;

namespace EidAuth.UnitTests.Fields;

/// <summary>The form field <c>identity</c>: what travels, what is read of it, what is no such field.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class PostedFieldsTests
{
    private const string Valid = """{"given":["identity"],"identity":"AQID","identitySignature":"BAUG","register":"MAA=","root":"MAA="}""";

    [Theory]
    [InlineData(CardParts.Identity, "given identity identitySignature register root")]
    [InlineData(CardParts.Address, "given identity identitySignature address addressSignature register root")]
    [InlineData(CardParts.Photo, "given identity identitySignature photo register root")]
    [InlineData(CardParts.Holder, "given identity identitySignature address addressSignature photo register root")]
    public void What_was_agreed_to_travels_with_what_proves_it_and_no_more(CardParts agreed, string members)
    {
        var json = PostedFields.Take(ForgedCard.Ec().Content(), agreed)!.ToJson();
        using var document = JsonDocument.Parse(json);
        Assert.Equal(members, string.Join(' ', document.RootElement.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(FieldNames.Of(agreed), document.RootElement.GetProperty("given").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public void What_an_agent_writes_a_site_reads_back()
    {
        var taken = PostedFields.Take(ForgedCard.Rsa().Content(), CardParts.Holder)!;
        Assert.True(PostedFields.TryParse(taken.ToJson(), CardParts.Holder, out var read));
        Assert.Equal(CardParts.Holder, read!.Given);
        Assert.Equal(taken.ToJson(), read.ToJson());
    }

    [Theory]
    [InlineData(CardParts.None, """{"given":[]}""")]
    [InlineData(CardParts.Identity, """{"given":["identity"],"identity":"AQ==","identitySignature":"Ag==","register":"Bg=="}""")]
    [InlineData(CardParts.Address, """{"given":["address"],"identity":"AQ==","identitySignature":"Ag==","address":"Aw==","addressSignature":"BA==","register":"Bg=="}""")]
    [InlineData(CardParts.Photo, """{"given":["photo"],"identity":"AQ==","identitySignature":"Ag==","photo":"BQ==","register":"Bg=="}""")]
    public void What_nobody_asked_for_is_dropped(CardParts asked, string left)
    {
        const string posted =
            """{"given":["photo","identity","address"],"identity":"AQ==","identitySignature":"Ag==","address":"Aw==","addressSignature":"BA==","photo":"BQ==","register":"Bg=="}""";
        Assert.True(PostedFields.TryParse(posted, asked, out var fields));
        Assert.Equal(asked, fields!.Given);
        Assert.Equal(left, fields.ToJson());
    }

    [Theory]
    [InlineData(""" "photo":7,"address":"!","addressSignature":{"a":[]}, """)]
    [InlineData(""" "pin":"1234","4031":null, """)]
    public void What_goes_with_nothing_asked_for_is_not_even_looked_at(string members)
    {
        Assert.True(PostedFields.TryParse("{" + members + Valid[1..], CardParts.Identity, out var fields));
        Assert.Equal(Valid, fields!.ToJson());
    }

    [Fact]
    public void What_was_not_agreed_to_is_not_given_though_it_was_asked_for_and_is_there()
    {
        Assert.True(PostedFields.TryParse(Valid.Replace("\"register\"", "\"photo\":\"AQID\",\"register\"", StringComparison.Ordinal), CardParts.Holder, out var fields));
        Assert.Equal(CardParts.Identity, fields!.Given);
        Assert.Equal(Valid, fields.ToJson());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"identity\"")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("\ud800")]
    [InlineData("""{"given":"identity"}""")]
    [InlineData("""{"given":[]}""")]
    [InlineData("""{"given":[7]}""")]
    [InlineData("""{"given":[null]}""")]
    [InlineData("""{"given":["Identity"]}""")]
    [InlineData("""{"given":["identity","identity"]}""")]
    [InlineData("""{"given":["identity","proof"]}""")]
    [InlineData("""{"given":["\ud800"]}""")]
    public void What_is_no_such_field_is_refused(string? json)
    {
        Assert.False(PostedFields.TryParse(json, CardParts.Holder, out var fields));
        Assert.Null(fields);
    }

    [Theory]
    [InlineData("\"AQID\"", "\"\"")]
    [InlineData("\"AQID\"", "\"AQI\"")]
    [InlineData("\"AQID\"", "\"AQJ=\"")]
    [InlineData("\"AQID\"", "\"AQ ID\"")]
    [InlineData("\"AQID\"", "\"A_ID\"")]
    [InlineData("\"AQID\"", "\"\\ud800\"")]
    [InlineData("\"AQID\"", "7")]
    [InlineData("\"AQID\"", "null")]
    [InlineData("\"AQID\"", "[\"AQID\"]")]
    [InlineData("\"AQID\"", "\"AQID\",\"identity\":\"AQID\"")]
    [InlineData("\"register\"", "\"x\":{\"a\":1,\"a\":2},\"register\"")]
    [InlineData("\"register\"", "\"x\":[[[[[[[[]]]]]]]],\"register\"")]
    public void A_member_out_of_shape_is_refused(string old, string changed)
    {
        Assert.True(PostedFields.TryParse(Valid, CardParts.Holder, out _));
        Assert.False(PostedFields.TryParse(Valid.Replace(old, changed, StringComparison.Ordinal), CardParts.Holder, out var fields));
        Assert.Null(fields);
    }

    [Theory]
    [InlineData("identity", 4096)]
    [InlineData("identitySignature", 256)]
    [InlineData("address", 4096)]
    [InlineData("addressSignature", 256)]
    [InlineData("photo", 16384)]
    [InlineData("register", 4096)]
    [InlineData("root", 4096)]
    public void A_file_may_be_as_long_as_a_card_can_have_it_and_no_longer(string member, int longest)
    {
        static string Json(string member, int length) => $$"""{"given":["identity","address","photo"],"{{member}}":"{{Convert.ToBase64String(new byte[length])}}"}""";
        Assert.True(PostedFields.TryParse(Json(member, longest), CardParts.Holder, out _));
        Assert.False(PostedFields.TryParse(Json(member, longest + 1), CardParts.Holder, out _));
    }

    [Fact]
    public void All_files_at_their_longest_fit_and_what_is_longer_is_not_looked_at()
    {
        string[] members = ["identity", "identitySignature", "address", "addressSignature", "photo", "register", "root"];
        int[] lengths = [4096, 256, 4096, 256, 16384, 4096, 4096];
        var json = $$"""{"given":["identity","address","photo"],{{string.Join(',', members.Zip(lengths, (member, length) => $"\"{member}\":\"{Convert.ToBase64String(new byte[length])}\""))}}}""";
        Assert.True(PostedFields.TryParse(json, CardParts.Holder, out var fields));
        Assert.Equal(CardParts.Holder, fields!.Given);
        Assert.True(PostedFields.TryParse(json.PadRight(PostedFields.MaximumLength), CardParts.Holder, out _));
        Assert.False(PostedFields.TryParse(json.PadRight(PostedFields.MaximumLength + 1), CardParts.Holder, out _));
    }

    public static TheoryData<string, Func<CardContent, CardContent>, CardParts> Lacking => new()
    {
        { "identity", content => content with { Identity = null }, CardParts.None },
        { "identity signature", content => content with { IdentitySignature = null }, CardParts.None },
        { "empty identity signature", content => content with { IdentitySignature = ReadOnlyMemory<byte>.Empty }, CardParts.None },
        { "register", content => content with { NationalRegisterCertificate = null }, CardParts.None },
        { "address", content => content with { Address = null }, CardParts.Identity | CardParts.Photo },
        { "address signature", content => content with { AddressSignature = null }, CardParts.Identity | CardParts.Photo },
        { "photo", content => content with { Photo = null }, CardParts.Identity | CardParts.Address },
        { "too long a photo", content => content with { Photo = new byte[16385] }, CardParts.Identity | CardParts.Address },
        { "root", content => content with { RootCertificate = null }, CardParts.Holder },
        { "nothing", content => content, CardParts.Holder },
    };

    [Theory]
    [MemberData(nameof(Lacking), DisableDiscoveryEnumeration = true)]
    public void What_a_card_lacks_is_not_given(string lacking, Func<CardContent, CardContent> change, CardParts given)
    {
        Assert.NotEmpty(lacking);
        Assert.Equal(given, PostedFields.Take(change(ForgedCard.Ec().Content()), CardParts.Holder)?.Given ?? CardParts.None);
    }

    [Fact]
    public void Without_agreement_nothing_is_taken()
    {
        Assert.Null(PostedFields.Take(ForgedCard.Ec().Content(), CardParts.None));
        Assert.Null(PostedFields.Take(ForgedCard.Ec().Content(), CardParts.Proof));
    }

    [Theory]
    [InlineData("identity", CardParts.Identity)]
    [InlineData("address", CardParts.Address)]
    [InlineData("photo", CardParts.Photo)]
    [InlineData("proof", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_name_is_of_one_part(string? name, CardParts? part)
    {
        Assert.Equal(part, FieldNames.PartOf(name));
        Assert.Equal(part ?? CardParts.None, FieldNames.PartsOf([name ?? "", "sex"]));
    }

    [Fact]
    public void It_says_nothing_of_the_holder() => Assert.Equal("PostedFields", PostedFields.Take(ForgedCard.Ec().Content(), CardParts.Holder)!.ToString());
}
