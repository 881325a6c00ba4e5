using System.Text;
using System.Text.Json;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Cards;

[Trait("Group", TestGroup.Card)]
public sealed class CardProfileTests
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(Repository.Root, "hardware-fixtures", "cards"), "*.json").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_value_names_its_source_and_the_file_is_named_after_the_profile(string file)
    {
        var json = File.ReadAllBytes(Path.Combine(Repository.Root, "hardware-fixtures", "cards", file));
        var profile = CardProfile.Parse(json);
        Assert.Equal($"applet-{profile.Id}.json", file);
        Assert.Equal(profile.Id, CardProfile.All[profile.Id].Id);
        foreach (var member in JsonDocument.Parse(json).RootElement.EnumerateObject().Where(member => member.Name is not ("id" or "summary")))
        {
            Assert.NotEmpty(member.Value.GetProperty("source").GetString()!);
        }

        Assert.Equal(12, Convert.FromHexString(profile.CardDataTail.Value).Length);
        Assert.Equal(profile.Applet.Value, profile.CardDataTail.Value.Substring(10, 2));
    }

    [Theory]
    [InlineData("adult-10", "3B9894400AA503010101AD1310", "10")]
    [InlineData("adult-11", "3B9813400AA503010101AD1311", "11")]
    [InlineData("adult-17", "3B9813400AA503010101AD1311", "17")]
    [InlineData("rekeyed-17", "3B9813400AA503010101AD1311", "17")]
    [InlineData("adult-18", "3B7F96000080318065B085040120120FFF829000", "18")]
    public void Each_generation_has_its_answer_to_reset_and_its_version_byte(string id, string atr, string version)
    {
        var card = CardTalk.Issue(id);
        Assert.Equal(atr, Convert.ToHexString(card.Atr.Span));
        Assert.Equal(version, card.Say("80E400001C").Substring(42, 2));
    }

    [Fact]
    public void Card_data_of_1_1_ends_as_the_official_virtual_cards_have_it() =>
        Assert.Equal("A5030101011100020001010F9000", CardTalk.Issue("adult-11").Say("80E400001C")[32..]);

    [Fact]
    public void An_empty_verify_costs_1_1_a_try_and_later_cards_none()
    {
        var old = CardTalk.Issue("adult-11");
        Assert.Equal("63C2", old.Say("0020000100"));
        Assert.Equal("63C1", old.Say("00200001"));
        Assert.Equal(2, old.PinTriesSpent);
        Assert.Equal("63C3", CardTalk.Issue("adult-17").Say("0020000100"));
    }

    [Fact]
    public void Cards_of_1_1_know_neither_tries_in_card_data_nor_records_nor_sha_256()
    {
        var old = CardTalk.Issue("adult-11");
        Assert.Equal("6B00", old.Say("80E400011F"));
        Assert.Equal("6D00", old.Say("80B2010100"));
        Assert.Equal("6A80", old.Say("002241B6050480088482"));
        Assert.Equal("9000", old.Say(CardTalk.UseAuthenticationKey17));
        Assert.Equal("9000", old.Say(CardTalk.RightPin));
        Assert.Equal("6180", old.Say(CardTalk.Sign17));
    }

    [Fact]
    public void The_first_series_has_no_application_of_the_identity_files()
    {
        Assert.Equal("6A82", CardTalk.Issue("adult-10").Say("00A4040C0CA000000177496446696C6573"));
        Assert.Equal("9000", CardTalk.Issue("adult-11").Say("00A4040C0CA000000177496446696C6573"));
        Assert.Equal("9000", CardTalk.Issue("adult-10").Say("00A4040C0CA000000177504B43532D3135"));
    }

    [Theory]
    [InlineData("2.0", null)]
    [InlineData("1.8", "1.7-rekeyed")]
    [InlineData("1.7", "1.7-unheard-of")]
    public void A_profile_must_exist_and_be_of_the_applet(string applet, string? profile) =>
        Assert.Throws<ArgumentException>(() => CardTalk.Issue(Citizen.All["adult-18"] with { Applet = applet, Profile = profile }));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":"1.8","colour":"red"}""")]
    public void A_file_with_missing_or_unknown_members_is_refused(string json) =>
        Assert.Throws<JsonException>(() => CardProfile.Parse(Encoding.UTF8.GetBytes(json)));
}
