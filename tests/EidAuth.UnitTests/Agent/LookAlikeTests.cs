using EidAgent.Sites;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>Which addresses are pointed out beside sites that somebody knows.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class LookAlikeTests
{
    private const string Gent = "https://loket.gent.be";
    private const string Belgium = "https://my.belgium.be";
    private const string Charleroi = "https://charleroi.be";
    private const string Liege = "https://www.liege.be";
    private const string Paypal = "https://paypal.com";

    private static readonly SiteName[] Known = [.. new[] { Gent, Belgium, Charleroi, Liege, Paypal, "https://town.co.uk", "http://localhost:5080", "https://192.0.2.7" }.Select(Name)];

    [Theory]
    // What is known, and what belongs to its owner.
    [InlineData(Gent)]
    [InlineData("https://mijn.gent.be")]
    [InlineData("https://gent.be")]
    [InlineData("https://a.b.town.co.uk")]
    // What resembles nothing.
    [InlineData("https://loket.example.org")]
    [InlineData("https://loket")]
    [InlineData("https://www.kortrijk.be")]
    [InlineData("https://agenten.nl")]
    [InlineData("https://münchen.de")]
    [InlineData("https://пример.example")]
    [InlineData("https://東京ic.example")]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://town.localhost:5080")]
    public void Most_addresses_are_no_look_alikes(string origin) => Assert.Null(Judge(origin));

    [Theory]
    // Letters of several scripts in one part: Cyrillic a, Greek omicron.
    [InlineData("https://b\u0430nk.example", "mixed_scripts", null)]
    [InlineData("https://l\u03BFket.example", "mixed_scripts", null)]
    [InlineData("https://p\u0430ypal.com", "mixed_scripts", Paypal)]
    [InlineData("https://p\u0430ypal.example.com", "mixed_scripts", null)]
    // The same letters, drawn by others.
    [InlineData("https://\u0440\u0430\u0443\u0440\u0430\u04CF.com", "same_letters", Paypal)]
    [InlineData("https://\u0430\u0440\u0440\u04CF\u0435.com", "same_letters", "apple.com")]
    [InlineData("https://liège.be", "same_letters", Liege)]
    [InlineData("https://1iege.be", "same_letters", Liege)]
    [InlineData("https://paypa1.com", "same_letters", Paypal)]
    [InlineData("https://char1er0i.be", "same_letters", Charleroi)]
    [InlineData("https://belgiurn.be", "same_letters", Belgium)]
    [InlineData("https://belgiurn.com", "same_letters", Belgium)]
    // The whole known name in somebody else's.
    [InlineData("https://gent.be.example.com", "known_name_inside", Gent)]
    [InlineData("https://loket.gent.be.example.com", "known_name_inside", Gent)]
    [InlineData("https://gent-be.com", "known_name_inside", Gent)]
    [InlineData("https://gentbe.com", "known_name_inside", Gent)]
    [InlineData("https://www-gent-be-login.example.com", "known_name_inside", Gent)]
    [InlineData("https://town.co.uk.example.com", "known_name_inside", "https://town.co.uk")]
    // One slip, or two in a long name.
    [InlineData("https://charleoi.be", "near_name", Charleroi)]
    [InlineData("https://charlreoi.be", "near_name", Charleroi)]
    [InlineData("https://charleeroy.be", "near_name", Charleroi)]
    [InlineData("https://payypal.com", "near_name", Paypal)]
    [InlineData("https://belgum.org", "near_name", Belgium)]
    public void Some_have_to_be_meant_twice(string origin, string code, string? resembles)
    {
        var found = Judge(origin);
        Assert.Equal((code, true, resembles), (found?.Code, found?.IsStrong, found?.Resembles));
    }

    [Theory]
    [InlineData("https://genk.be", "near_name", Gent)]
    [InlineData("https://gent.com", "other_ending", Gent)]
    [InlineData("https://belgium.com", "other_ending", Belgium)]
    [InlineData("https://gent.example.com", "name_inside", Gent)]
    [InlineData("https://gent-login.com", "name_inside", Gent)]
    [InlineData("https://mybelgiumcard.com", "name_inside", Belgium)]
    [InlineData("https://loket.gent.be:8443", "other_port", Gent)]
    [InlineData("http://localhost:5081", "other_port", "http://localhost:5080")]
    [InlineData("https://localhost:5080", "other_scheme", "http://localhost:5080")]
    [InlineData("https://192.0.2.8", "numeric_address", null)]
    [InlineData("https://192.0.2.7:8443", "other_port", "https://192.0.2.7")]
    [InlineData("https://[2001:db8::1]", "numeric_address", null)]
    public void Others_are_pointed_out(string origin, string code, string? resembles)
    {
        var found = Judge(origin);
        Assert.Equal((code, false, resembles), (found?.Code, found?.IsStrong, found?.Resembles));
    }

    [Fact]
    public void Who_knows_no_site_is_still_told_of_letters_that_lie()
    {
        Assert.Equal("mixed_scripts", LookAlikeJudge.Judge(Origin("https://b\u0430nk.example"), [])?.Code);
        Assert.Null(LookAlikeJudge.Judge(Origin("https://bank.example"), []));
    }

    [Fact]
    public void A_strong_likeness_is_told_before_a_weak_one()
    {
        SiteName[] known = [Name("https://charleroi.com"), Name("https://charleroy.be")];
        Assert.Equal("https://charleroy.be", LookAlikeJudge.Judge(Origin("https://charleroi.be"), known)?.Resembles);
    }

    [Fact]
    public void Hostile_names_and_thousands_of_known_sites_take_bounded_work()
    {
        var known = Enumerable.Range(0, 2000).Select(i => Name($"https://{new string('a', 50)}{i:D4}.{new string('b', 60)}.be")).ToArray();
        var hostile = Origin($"https://{new string('a', 63)}.{new string('b', 63)}.{new string('a', 63)}.{new string('b', 57)}.be");
        LookAlikeJudge.Judge(hostile, known, out var steps);
        Figures.Add("look-alike, steps for 253 characters and 2000 known sites", steps, "");
        Assert.True(steps < 2000 * 1500, $"{steps} steps");
    }

    [Fact]
    public void No_address_breaks_the_judge()
    {
        var good = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "EidAuth.UnitTests", "Login", "origins.txt"))
            .Where(line => !line.StartsWith('#')).Select(line => System.Text.RegularExpressions.Regex.Unescape(line.Split(" | ")[0])).ToArray();
        const string Letters = "abeglnrtv-.01:/[]\u0430\u0440\u03BF\u0581\u0301\u0131ñ東";
        var random = new Random(6);
        var judged = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var text = new System.Text.StringBuilder(good[random.Next(good.Length)]);
            for (var change = 0; change < 3 && text.Length > 9; change++)
            {
                var at = random.Next(8, text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, Letters[random.Next(Letters.Length)]),
                    _ => text.Replace(text[at], Letters[random.Next(Letters.Length)], at, 1),
                };
            }

            if (EidAuth.Login.Origin.TryParse(text.ToString(), out var origin))
            {
                var found = LookAlikeJudge.Judge(origin!, Known, out var steps);
                Assert.True(steps < Known.Length * 1500, $"{origin}: {steps} steps");
                Assert.True(found is null || found.Resembles != origin!.Value, origin!.Value);
                judged++;
            }
        }

        Assert.True(judged > 2000, $"Only {judged} of them were addresses.");
    }

    private static LookAlike? Judge(string origin) => LookAlikeJudge.Judge(Origin(origin), Known);

    private static SiteName Name(string origin) => new(Origin(origin));

    private static Origin Origin(string text) => EidAuth.Login.Origin.TryParse(text, out var origin) ? origin! : throw new InvalidOperationException(text);
}
