using System.Globalization;
using System.Text.Json;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Cards;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class CitizenTests
{
    public static TheoryData<string> Ids => [.. Citizen.All.Keys];

    [Fact]
    public void The_citizens_that_others_count_on_ship()
    {
        Assert.Superset(
            new HashSet<string>(
            [
                "address-117", "adult-11", "adult-17", "adult-18", "bad-identity-signature", "bad-photo-hash", "born-2003", "child", "eu-plus", "expired",
                "foreigner", "hostile-name", "long-name", "no-first-name", "not-activated", "on-hold", "one-try-left", "pin-blocked", "rekeyed-17", "revoked",
            ]),
            new HashSet<string>(Citizen.All.Keys));
        Assert.All(Citizen.All, entry => Assert.Equal(entry.Key, entry.Value.Id));
        Assert.All(Citizen.All.Values, citizen => Assert.Equal("1234", citizen.Pin));
        Assert.Equal(Citizen.All.Count, Citizen.InOrder.Count());
    }

    [Fact]
    public void The_page_of_the_fixtures_lists_every_citizen_and_every_profile_with_what_it_is_for()
    {
        var page = File.ReadAllLines(Path.Combine(Repository.Root, "hardware-fixtures", "README.md"));
        string[] citizens = [.. Citizen.InOrder.Select(citizen => $"| `{citizen.Id}` | {citizen.Profile ?? citizen.Applet} | {citizen.Purpose} |")];
        var start = Array.IndexOf(page, citizens[0]);
        Assert.Equal(citizens, page.AsSpan(start, citizens.Length).ToArray());
        Assert.Equal("", page[start + citizens.Length]);
        Assert.All(CardProfile.All.Values, profile => Assert.Contains($"| `applet-{profile.Id}.json` | {profile.Summary} |", page));
    }

    [Fact]
    public void No_two_citizens_share_a_number()
    {
        string[] numbers = [.. Citizen.All.Values.Select(citizen => citizen.NationalNumber)];
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
        Assert.Equal(Citizen.All.Count, Citizen.All.Values.Select(citizen => citizen.CardNumber).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void National_numbers_are_nobodys_and_have_right_check_digits(string id)
    {
        var citizen = Citizen.All[id];
        foreach (var digits in (string[])[citizen.NationalNumber, citizen.CertificateNumber ?? citizen.NationalNumber])
        {
            Assert.Equal(11, digits.Length);
            var birth = citizen.BirthDate;
            var (month, day) = birth.Day ?? (0, 0);
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{birth.Year % 100:00}{month:00}{day:00}"), digits[..6]);
            Assert.True(digits[6..9] is "000" or "999");
            var number = long.Parse((birth.Year >= 2000 ? "2" : "") + digits[..9], CultureInfo.InvariantCulture);
            Assert.Equal(97 - (number % 97), int.Parse(digits[9..], CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Card_numbers_are_of_their_kind() =>
        Assert.All(Citizen.All.Values, citizen =>
        {
            if (citizen.ForeignerCa)
            {
                Assert.Equal("B", citizen.CardNumber[..1]);
                Assert.True(citizen.CardNumber.Length == 10 && citizen.CardNumber[1..].All(char.IsAsciiDigit));
                return;
            }

            Assert.Equal(12, citizen.CardNumber.Length);
            var rest = long.Parse(citizen.CardNumber[..10], CultureInfo.InvariantCulture) % 97;
            Assert.Equal(rest == 0 ? 97 : rest, long.Parse(citizen.CardNumber[10..], CultureInfo.InvariantCulture));
        });

    [Theory]
    [InlineData("1985-03-14", 1985, 3, 14)]
    [InlineData("1958", 1958, null, null)]
    public void A_birth_date_is_whole_or_a_year(string text, int year, int? month, int? day)
    {
        var citizen = Citizen.Parse(System.Text.Encoding.UTF8.GetBytes(
            $$"""{"id":"x","applet":"1.8","pin":"1234","nationalNumber":"0","surname":"","givenNames":"","birthDate":"{{text}}"}"""));
        Assert.Equal(year, citizen.BirthDate.Year);
        Assert.Equal(month is null ? null : (month.Value, day!.Value), citizen.BirthDate.Day);
        Assert.Equal(text, citizen.BirthDate.ToString());
    }

    [Fact]
    public void A_citizen_prints_as_its_id_alone() =>
        Assert.Equal("adult-18", Citizen.All["adult-18"].ToString());

    [Theory]
    [InlineData("null")]
    [InlineData("""{"id":"x"}""")]
    [InlineData("""{"id":"x","applet":"1.8","pin":"1234","nationalNumber":"0","surname":"","givenNames":"","colour":"red"}""")]
    [InlineData("""{"id":"x","applet":"1.8","pin":"1234","nationalNumber":"0","surname":"","givenNames":"","faults":["no such"]}""")]
    [InlineData("""{"id":"x","applet":"1.8","pin":"1234","nationalNumber":"0","surname":"","givenNames":"","birthDate":"85-03-14"}""")]
    [InlineData("""{"id":"x","applet":"1.8","pin":"1234","nationalNumber":"0","surname":"","givenNames":"","birthDate":"1985-02-30"}""")]
    public void A_file_with_missing_or_unknown_members_is_refused(string json) =>
        Assert.Throws<JsonException>(() => Citizen.Parse(System.Text.Encoding.UTF8.GetBytes(json)));
}
