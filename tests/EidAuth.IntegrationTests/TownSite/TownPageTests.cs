using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using TownSite;
using TownSite.Texts;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class TownPageTests
{
    // The same word in two languages on purpose.
    private static readonly string[] Shared = [nameof(TownTexts.TownName)];

    [Fact]
    public void Each_language_says_everything_in_its_own_words()
    {
        Assert.Equal(["nl", "fr", "de", "en"], TownTexts.All.Select(texts => texts.Tag));
        foreach (var text in typeof(TownTexts).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var said = TownTexts.All.Select(texts => (string)text.GetValue(texts)!).ToArray();
            Assert.All(said, one => Assert.False(string.IsNullOrWhiteSpace(one), $"{text.Name} is missing in a language"));

            // One pair of neighbours may share a word (Start, Code); a language left in another's words would share with two.
            Assert.True(Shared.Contains(text.Name) || said.Distinct().Count() >= 3, $"{text.Name}: {string.Join(" | ", said)}");
        }
    }

    [Theory]
    [InlineData("nl", "nl")]
    [InlineData("nl-BE,nl;q=0.9", "nl")]
    [InlineData("fr-BE", "fr")]
    [InlineData("de", "de")]
    [InlineData("en-GB", "en")]
    [InlineData("pt,de;q=0.5", "de")]
    [InlineData("pt", "nl")]
    public async Task The_browsers_language_is_spoken(string accepted, string spoken)
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor(accepted);
        var texts = TownTexts.All.Single(language => language.Tag == spoken);

        foreach (var (path, title) in new[] { ("/", texts.HomeTitle), ("/login", texts.LoginTitle), ("/nowhere", texts.ErrorTitle) })
        {
            var page = await visitor.GetAsync(path);
            Assert.Contains($"<html lang=\"{spoken}\">", page.Html);
            Assert.Contains($"<h1>{title}</h1>", page.Plain);
        }
    }

    [Fact]
    public async Task A_chosen_language_stays_and_reaches_the_agent()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor("nl");

        var chosen = await visitor.GetAsync("/language/de?returnUrl=%2Flogin%3Feid%3Duser_cancelled");

        Assert.Equal("/login?eid=user_cancelled", chosen.Location);
        Assert.Contains("Sie haben die Anmeldung abgebrochen.", (await visitor.GetAsync(chosen.Location!)).Plain);
        Assert.Contains("&lang=de", (await visitor.GetAsync("/login/eid")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/language/xx")).Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/login")]
    [InlineData("/login?eid=certificate_revoked")]
    [InlineData("/me")]
    [InlineData("/me/profile")]
    [InlineData("/me/profile/card")]
    [InlineData("/me/security")]
    [InlineData("/register")]
    [InlineData("/nowhere")]
    public async Task Every_page_works_without_script_and_lets_nothing_in(string path)
    {
        await using var town = await RunningTown.StartAsync("--Eid:AgentPort=45353");
        using var visitor = town.NewVisitor();
        await visitor.LogInAsync();

        var page = await visitor.GetAsync(path);

        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' http://127.0.0.1:45353; frame-ancestors 'none'; base-uri 'none'",
            page.Headers["Content-Security-Policy"]);
        Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
        Assert.Contains("no-store", page.Headers["Cache-Control"]);
        Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<[^>]* on[a-z]+=", page.Html);
        Assert.Contains("<a class=\"skip\" href=\"#content\">", page.Html);
        Assert.Single(Regex.Matches(page.Html, "<h1>"));
        Assert.Contains("<main id=\"content\"", page.Html);
    }

    [Theory]
    [InlineData("/town.css", "--accent")]
    [InlineData("/town.svg", "<svg")]
    public async Task Assets_come_out_of_the_assembly_inside_another_program(string path, string part)
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();

        var asset = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, asset.Status);
        Assert.Contains(part, asset.Html);
    }

    [Fact]
    public async Task The_site_starts_by_itself_from_any_folder()
    {
        using var folder = new TemporaryFolder();
        await using var site = TestProcess.Start(
            "dotnet",
            ["exec", Path.Combine(AppContext.BaseDirectory, "TownSite.dll"), "--urls=http://127.0.0.1:0", $"--Eid:PseudonymKey={RunningTown.PseudonymKey}",
                $"--Town:Database={Path.Combine(folder.Path, "town.db")}", "--Town:MigrateAtStart=true"],
            folder: "/");
        var line = await site.WaitForLineAsync("Now listening on: ", TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        using var visitor = new Visitor(new Uri(line.Split(": ")[^1]), "fr");

        Assert.Equal("Se connecter à votre guichet", Regex.Match((await visitor.GetAsync("/login")).Plain, "<h1>(.*)</h1>").Groups[1].Value);
    }

    [Theory]
    [InlineData("Zoë D’Hondt-Müller", "Zoë D’Hondt-Müller")]
    [InlineData("a\u202Eb\u2066c\u2069d", "a\uFFFDb\uFFFDc\uFFFDd")]
    [InlineData("a\0b\r\nc\u2028d", "a\uFFFDb\uFFFD\uFFFDc\uFFFDd")]
    [InlineData(null, "")]
    public void Hostile_text_is_made_fit_for_one_line(string? text, string shown) => Assert.Equal(shown, HostileText.OneLine(text));

    [Fact]
    public void Hostile_text_is_cut() => Assert.Equal(200, HostileText.OneLine(new string('x', 100_000)).Length);
}
