using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Belpic.Files;

[Trait("Group", TestGroup.Card)]
public class BirthDateTests
{
    private const string French = "JAN FEV MARS AVR MAI JUIN JUIL AOUT SEPT OCT NOV DEC";
    private const string Dutch = "JAN FEB MAAR APR MEI JUN JUL AUG SEP OKT NOV DEC";
    private const string German = "JAN FEB MÄR APR MAI JUN JUL AUG SEP OKT NOV DEZ";

    [Theory]
    [InlineData(French, "05 {0,-4} 1975")]
    [InlineData(Dutch, "05 {0,-4} 1975")]
    [InlineData(German, "05.{0}.1975")]
    public void Months_are_read_in_each_language(string months, string form)
    {
        var names = months.Split(' ');
        for (var month = 1; month <= 12; month++)
        {
            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, names[month - 1]);
            var date = BirthDate.Read(text);
            Assert.Equal(new DateOnly(1975, month, 5), date.Date);
            Assert.Equal(text, date.Text);
        }
    }

    [Theory]
    [InlineData("26 AVR  1975")]
    [InlineData("26.AVR.1975")]
    [InlineData("26. AVR 1975")]
    [InlineData("26 AVR. 1975")]
    [InlineData("26AVR 1975", false)]
    [InlineData(" 26  AVR . 1975 ")]
    [InlineData("26 avr  1975")]
    public void Dots_and_blanks_mix(string text, bool isRead = true) => Assert.Equal(isRead ? new DateOnly(1975, 4, 26) : null, BirthDate.Read(text).Date);

    [Theory]
    [InlineData("1931")]
    [InlineData("  1931  ")]
    public void Of_some_only_the_year_is_known(string text)
    {
        var date = BirthDate.Read(text);
        Assert.Equal((1931, null, null, null), (date.Year, date.Month, date.Day, date.Date));
        Assert.Equal(text, date.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("0000")]
    [InlineData("31 FEV  1975")]
    [InlineData("29 FEB  1975")]
    [InlineData("00 MAAR 1975")]
    [InlineData("26 XXX  1975")]
    [InlineData("26 AVR  75")]
    [InlineData("6 AVR  1975")]
    [InlineData("AVR 1975")]
    [InlineData("26 04 1975")]
    [InlineData("26 AVR 1975 X")]
    [InlineData("２６ AVR 1975")]
    [InlineData("26 AVR 19 75")]
    [InlineData("-931")]
    [InlineData("26\0AVR 1975")]
    public void Anything_else_is_kept_as_text_alone(string text)
    {
        var date = BirthDate.Read(text);
        Assert.Equal((null, null, null, null), (date.Year, date.Month, date.Day, date.Date));
        Assert.Equal(text, date.Text);
    }

    [Fact]
    public void A_leap_day_is_read() => Assert.Equal(new DateOnly(1984, 2, 29), BirthDate.Read("29 FEB  1984").Date);
}
