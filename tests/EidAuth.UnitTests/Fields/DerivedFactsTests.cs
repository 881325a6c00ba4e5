using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Fields;

[Trait("Group", TestGroup.Town)]
public sealed class DerivedFactsTests
{
    [Theory]
    [InlineData("13 MAAR 2008", "2026-03-12", false)]
    [InlineData("13 MAAR 2008", "2026-03-13", true)]
    [InlineData("13.MÄR.2008", "2027-01-01", true)]
    [InlineData("13 MARS 2008", "2025-12-31", false)]
    [InlineData("31 DEC 2008", "2026-12-30", false)]
    [InlineData("31 DEC 2008", "2026-12-31", true)]
    [InlineData("29 FEV 2008", "2026-02-28", false)]
    [InlineData("29 FEV 2008", "2026-03-01", true)]
    [InlineData("29 FEV 2008", "2026-02-27", false)]
    [InlineData("01 JAN 2030", "2026-03-02", false)]
    public void An_age_is_reached_on_the_birthday(string birth, string on, bool expected) =>
        Assert.Equal(expected, DerivedFacts.IsAtLeast(BirthDate.Read(birth), 18, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Who_was_born_on_a_leap_day_has_the_birthday_in_leap_years()
    {
        var birth = BirthDate.Read("29 FEB 2008");
        Assert.False(DerivedFacts.IsAtLeast(birth, 20, new DateOnly(2028, 2, 28)));
        Assert.True(DerivedFacts.IsAtLeast(birth, 20, new DateOnly(2028, 2, 29)));
    }

    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", null)]
    [InlineData("2026-12-30", null)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", true)]
    public void Of_the_year_alone_only_the_certain_is_said(string on, bool? expected) =>
        Assert.Equal(expected, DerivedFacts.IsAtLeast(BirthDate.Read("2008"), 18, DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("")]
    [InlineData("32 JAN 2008")]
    [InlineData("00.00.2008")]
    [InlineData("MAAR 2008")]
    public void Of_a_date_in_no_known_form_nothing_is_said(string birth) =>
        Assert.Null(DerivedFacts.IsAtLeast(BirthDate.Read(birth), 18, new DateOnly(2026, 3, 2)));

    [Fact]
    public void No_age_lies_beyond_the_calendar()
    {
        Assert.False(DerivedFacts.IsAtLeast(BirthDate.Read("13 MAAR 9999"), int.MaxValue, DateOnly.MaxValue));
        Assert.True(DerivedFacts.IsAtLeast(BirthDate.Read("13 MAAR 0001"), 0, DateOnly.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => DerivedFacts.IsAtLeast(BirthDate.Read("1931"), -1, DateOnly.MaxValue));
    }

    [Theory]
    [InlineData("9000", true)]
    [InlineData("9050", true)]
    [InlineData("9031", false)]
    [InlineData("900", false)]
    [InlineData("9000 ", true)]
    [InlineData("", false)]
    public void A_postal_code_is_one_of_those_or_not(string zip, bool expected)
    {
        Assert.True(Address.TryParse((byte[])[0x01, 1, (byte)'x', 0x02, (byte)zip.Length, .. System.Text.Encoding.UTF8.GetBytes(zip), 0x03, 0], out var address));
        Assert.Equal(expected, DerivedFacts.LivesIn(address!, ["9000", "9050", ""]));
    }
}
