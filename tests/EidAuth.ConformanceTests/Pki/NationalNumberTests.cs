using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class NationalNumberTests
{
    [Theory(DisplayName = "N1: check digits decide")]
    [InlineData("00000000098")]
    [InlineData("85031299958")]
    [InlineData("85031299900")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("8503129995")]
    [InlineData("850312999590")]
    [InlineData("85.03.12-999.59")]
    [InlineData(" 5031299959")]
    [InlineData("-5031299959")]
    [InlineData("+5031299959")]
    public void Is_invalid(string? text) => Assert.False(NationalNumber.TryParse(text, out _));

    [Theory(DisplayName = "N1+: right check digits are accepted")]
    [InlineData("00000000097", false)]
    [InlineData("00000000029", true)]
    [InlineData("00000000196", false)]
    [InlineData("00000000128", true)]
    [InlineData("85031299959", false)]
    public void Is_valid(string text, bool since2000)
    {
        Assert.True(NationalNumber.TryParse(text, out var number));
        Assert.Equal(text, number.Digits);
        Assert.Equal(since2000, number.IsBornSince2000);
    }

    [Fact(DisplayName = "N2: a number by the rule of 2000 is valid, and says the century")]
    public void Century_is_told_by_the_check_digits()
    {
        Assert.True(NationalNumber.TryParse("03040599938", out var young));
        Assert.True(NationalNumber.TryParse("03040599909", out var old));

        Assert.Equal((2003, 4, 5), (young.BirthYear, young.BirthMonth, young.BirthDay));
        Assert.Equal((1903, 4, 5), (old.BirthYear, old.BirthMonth, old.BirthDay));
    }

    [Fact(DisplayName = "N2+: a number by the rule before 2000 is valid too")]
    public void The_other_century_is_told_too()
    {
        Assert.True(NationalNumber.TryParse("85031299959", out var number));

        Assert.Equal(1985, number.BirthYear);
        Assert.False(number.IsBornSince2000);
    }

    [Fact(DisplayName = "N3+: an ordinary number has its month as it stands, and its sex")]
    public void Ordinary_numbers_are_read()
    {
        Assert.True(NationalNumber.TryParse(WithCheck("850312003"), out var number));

        Assert.Equal((false, 3, true), (number.IsBis, number.BirthMonth, number.IsMale));
    }

    [Theory(DisplayName = "N3: a BIS number has its month shifted, and its sex by 40 only")]
    [InlineData("850312003", false, 3, true)]
    [InlineData("850312004", false, 3, false)]
    [InlineData("852312003", true, 3, null)]
    [InlineData("854312003", true, 3, true)]
    [InlineData("854312004", true, 3, false)]
    [InlineData("852000001", true, null, null)]
    [InlineData("855200001", true, 12, true)]
    [InlineData("853200001", true, 12, null)]
    [InlineData("853300001", false, null, true)]
    [InlineData("855300001", false, null, true)]
    [InlineData("851300001", false, null, true)]
    [InlineData("851900002", false, null, false)]
    [InlineData("856000001", false, null, true)]
    public void Bis_numbers_are_read(string nine, bool bis, int? month, bool? male)
    {
        Assert.True(NationalNumber.TryParse(WithCheck(nine), out var number));
        Assert.Equal(bis, number.IsBis);
        Assert.Equal(month, number.BirthMonth);
        Assert.Equal(male, number.IsMale);
    }

    [Theory(DisplayName = "N4: an impossible date is no date, and the number may be valid all the same")]
    [InlineData("850231001", 2, null)]
    [InlineData("840229001", 2, 29)]
    [InlineData("850229001", 2, null)]
    [InlineData("851301001", null, null)]
    [InlineData("856001001", null, null)]
    [InlineData("859901001", null, null)]
    [InlineData("853301001", null, null)]
    [InlineData("850000001", null, null)]
    [InlineData("850300001", 3, null)]
    [InlineData("850399001", 3, null)]
    public void Impossible_dates_are_null(string nine, int? month, int? day)
    {
        Assert.True(NationalNumber.TryParse(WithCheck(nine), out var number));
        Assert.Equal(month, number.BirthMonth);
        Assert.Equal(day, number.BirthDay);
    }

    [Theory(DisplayName = "N4+: a birth date is there when all of it is known and possible")]
    [InlineData("850312001", "1985-03-12")]
    [InlineData("852312001", "1985-03-12")]
    [InlineData("850300001", null)]
    [InlineData("850000001", null)]
    [InlineData("850231001", null)]
    public void A_birth_date_is_there_when_all_of_it_is_known(string nine, string? date)
    {
        Assert.True(NationalNumber.TryParse(WithCheck(nine), out var number));
        Assert.Equal(date, number.BirthDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory(DisplayName = "N5: digits are ASCII digits")]
    [InlineData("８５０３１２９９９５９")]
    [InlineData("\u0668\u0665\u0660\u0663\u0661\u0662\u0669\u0669\u0669\u0665\u0669")]
    [InlineData("8503129995９")]
    public void Other_digits_are_invalid(string text) => Assert.False(NationalNumber.TryParse(text, out _));

    [Fact(DisplayName = "N5+: the same number in ASCII digits is valid")]
    public void Ascii_digits_are_valid() => Assert.True(NationalNumber.TryParse("85031299959", out _));

    [Theory]
    [InlineData("000000000")]
    [InlineData("850312999")]
    public void The_unused_counters_have_no_sex(string nine)
    {
        Assert.True(NationalNumber.TryParse(WithCheck(nine), out var number));
        Assert.Null(number.IsMale);
    }

    [Fact]
    public void Its_text_is_not_the_number()
    {
        Assert.True(NationalNumber.TryParse("85031299959", out var number));

        Assert.Equal("NationalNumber", number.ToString());
        Assert.Throws<InvalidOperationException>(() => default(NationalNumber).Digits);
    }

    [Fact]
    public void Exactly_one_rule_holds_for_a_number()
    {
        for (var counted = 0; counted < 1000; counted++)
        {
            var nine = (counted * 999_983L % 1_000_000_000).ToString("000000000", System.Globalization.CultureInfo.InvariantCulture);
            var valid = Enumerable.Range(0, 100).Count(check => NationalNumber.TryParse($"{nine}{check:00}", out _));
            Assert.Equal(2, valid);
        }
    }

    // The check digits of someone born before 2000.
    private static string WithCheck(string nine) => $"{nine}{97 - (long.Parse(nine, System.Globalization.CultureInfo.InvariantCulture) % 97):00}";
}
