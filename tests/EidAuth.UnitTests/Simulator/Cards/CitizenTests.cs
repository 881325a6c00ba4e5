using System.Globalization;
using System.Text.Json;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Cards;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class CitizenTests
{
    [Fact]
    public void Six_citizens_ship()
    {
        Assert.Equal(
            ["adult-17", "adult-18", "born-2003", "hostile-name", "one-try-left", "revoked"], Citizen.All.Keys.Order(StringComparer.Ordinal));
        Assert.All(Citizen.All, entry => Assert.Equal(entry.Key, entry.Value.Id));
        Assert.All(Citizen.All.Values, citizen => Assert.Equal("1234", citizen.Pin));
    }

    [Fact]
    public void National_numbers_are_nobodys_and_have_right_check_digits()
    {
        Assert.All(Citizen.All.Values, citizen =>
        {
            Assert.Equal(11, citizen.NationalNumber.Length);
            Assert.Equal(citizen.BirthDate.ToString("yyMMdd", CultureInfo.InvariantCulture), citizen.NationalNumber[..6]);
            Assert.True(citizen.NationalNumber[6..9] is "000" or "999");
            var century = citizen.BirthDate.Year >= 2000 ? "2" : "";
            var number = long.Parse(century + citizen.NationalNumber[..9], CultureInfo.InvariantCulture);
            Assert.Equal(97 - (number % 97), int.Parse(citizen.NationalNumber[9..], CultureInfo.InvariantCulture));
        });
    }

    [Fact]
    public void Card_numbers_have_right_check_digits() =>
        Assert.All(Citizen.All.Values, citizen =>
        {
            Assert.Equal(12, citizen.CardNumber.Length);
            var rest = long.Parse(citizen.CardNumber[..10], CultureInfo.InvariantCulture) % 97;
            Assert.Equal(rest == 0 ? 97 : rest, long.Parse(citizen.CardNumber[10..], CultureInfo.InvariantCulture));
        });

    [Fact]
    public void A_citizen_prints_as_its_id_alone() =>
        Assert.Equal("adult-18", Citizen.All["adult-18"].ToString());

    [Theory]
    [InlineData("null")]
    [InlineData("""{"id":"x"}""")]
    [InlineData("""{"id":"x","applet":"1.8","pin":"1234","nationalNumber":"0","surname":"","givenNames":"","colour":"red"}""")]
    [InlineData("""{"id":"x","applet":"1.8","pin":"1234","nationalNumber":"0","surname":"","givenNames":"","faults":["no such"]}""")]
    public void A_file_with_missing_or_unknown_members_is_refused(string json) =>
        Assert.Throws<JsonException>(() => Citizen.Parse(System.Text.Encoding.UTF8.GetBytes(json)));
}
