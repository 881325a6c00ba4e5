using System.Text.RegularExpressions;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Login;

[Trait("Group", TestGroup.FirstLogin)]
public sealed partial class OriginTests
{
    public static TheoryData<string, string> Vectors()
    {
        var rows = new TheoryData<string, string>();
        foreach (var line in File.ReadAllLines(Path.Combine(Repository.Root, "tests", "EidAuth.UnitTests", "Login", "origins.txt")))
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var bar = line.LastIndexOf(" | ", StringComparison.Ordinal);
                rows.Add(line[..bar], line[(bar + 3)..]);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void An_origin_has_one_serialisation_or_none(string text, string expected)
    {
        var accepted = Origin.TryParse(Unescape(text), out var origin);

        Assert.Equal(expected, accepted ? origin!.Value : "refused");
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_serialisation_reads_back_as_itself(string text, string expected)
    {
        if (Origin.TryParse(Unescape(text), out var origin))
        {
            Assert.True(Origin.TryParse(expected, out var again));
            Assert.Equal(origin, again);
            Assert.Equal(expected, again!.ToString());
            Assert.Equal(expected, new Uri(expected).GetLeftPart(UriPartial.Authority));
        }
    }

    [Theory]
    [InlineData("http://localhost", true)]
    [InlineData("http://a.b.localhost:5080", true)]
    [InlineData("https://127.200.0.1", true)]
    [InlineData("https://[::1]", true)]
    [InlineData("https://localhost.example.be", false)]
    [InlineData("https://xlocalhost", false)]
    [InlineData("https://[::2]", false)]
    [InlineData("https://128.0.0.1", false)]
    public void Loopback_is_told_from_the_host(string text, bool loopback)
    {
        Assert.True(Origin.TryParse(text, out var origin));
        Assert.Equal(loopback, origin!.IsLoopback);
    }

    [Theory]
    [InlineData("https://xn--lige-6oa.example:8443", "liège.example")]
    [InlineData("https://ab--cd.xn--lige-6oa.example", "ab--cd.liège.example")]
    [InlineData("https://axn--lige-6oa.example", "axn--lige-6oa.example")]
    [InlineData("https://xn--gnt-fya.example", "gœnt.example")]
    [InlineData("https://loket.example.be", "loket.example.be")]
    [InlineData("https://[::1]", "[::1]")]
    public void The_host_is_shown_with_Punycode_undone(string text, string shown)
    {
        Assert.True(Origin.TryParse(text, out var origin));
        Assert.Equal(shown, origin!.DisplayHost);
    }

    [Theory]
    [InlineData("gеnt.example")]
    [InlineData("gent.bе.example")]
    [InlineData("gentı.example")]
    [InlineData("gentǀx.example")]
    public void A_look_alike_in_other_letters_is_shown_as_it_is_sent(string host)
    {
        Assert.True(Origin.TryParse("https://" + host, out var origin));
        Assert.Contains("xn--", origin!.DisplayHost, StringComparison.Ordinal);
        Assert.Equal(origin.Value, "https://" + origin.DisplayHost);
    }

    [Fact]
    public void No_text_and_too_much_text_are_refused()
    {
        Assert.False(Origin.TryParse(null, out _));
        Assert.False(Origin.TryParse("", out _));
        Assert.False(Origin.TryParse("https://" + string.Join('.', Enumerable.Repeat("abcdefghi", 100)), out _));
        Assert.False(Origin.TryParse("https://\ud800.example", out _));
    }

    private static string Unescape(string text) =>
        EscapedCodeUnit().Replace(text, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"\\u([0-9a-f]{4})")]
    private static partial Regex EscapedCodeUnit();
}
