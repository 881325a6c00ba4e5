using System.Net;
using System.Text.RegularExpressions;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

/// <summary>Who may open and send what.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class RightsTests(CounterWorld world) : IClassFixture<CounterWorld>
{
    private static readonly (string, string)[] Light = [("a.place", "Brugstraat 12"), ("a.fault", "out")];

    [Theory]
    [InlineData("/counter/street-light")]
    [InlineData("/me/requests")]
    [InlineData("/me/requests/2222-2222-2222")]
    [InlineData("/me/requests/2222-2222-2222/document")]
    [InlineData("/office")]
    [InlineData("/office/requests/2222-2222-2222")]
    [InlineData("/office/accounts")]
    [InlineData("/office/accounts/someone")]
    public async Task Whoever_is_not_logged_in_is_sent_to_the_login_page(string path)
    {
        using var visitor = world.NewVisitor();

        var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains("/login?ReturnUrl=" + Uri.EscapeDataString(path), answer.Location);
    }

    [Fact]
    public async Task The_catalogue_is_open_to_everybody_and_says_what_each_form_needs()
    {
        using var visitor = world.NewVisitor();

        var page = await visitor.GetAsync("/counter");

        Assert.Equal(8, Regex.Count(page.Html, "<li class=\"sheet\">"));
        Assert.Contains("Logged in with your eID card, at most 15 minutes ago", page.Plain);
        Assert.Contains("Being logged in is enough", page.Plain);
        Assert.Contains("href=\"/counter/good-conduct\"", page.Html);
    }

    [Theory]
    [InlineData("/office")]
    [InlineData("/office/requests/2222-2222-2222")]
    [InlineData("/office/accounts")]
    [InlineData("/office/accounts/someone")]
    public async Task A_citizen_has_no_business_in_the_office(string path)
    {
        var (visitor, _) = await world.NewCitizenAsync();

        var answer = await visitor.GetAsync(path);

        Assert.Contains("/error/403", answer.Location);
        Assert.DoesNotContain("href=\"/office\"", (await visitor.GetAsync("/counter")).Html);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/document")]
    public async Task Another_citizens_request_is_not_there(string part)
    {
        var (owner, id) = await world.NewCitizenAsync();
        var (other, _) = await world.NewCitizenAsync();
        await owner.PostFromAsync("/counter/street-light", "/counter/street-light", Light);
        var path = "/me/requests/" + Assert.Single(await world.RequestsOfAsync(id)).Reference;

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path + part)).Status);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Another_citizens_request_cannot_be_withdrawn()
    {
        var (owner, id) = await world.NewCitizenAsync();
        var (other, _) = await world.NewCitizenAsync();
        await owner.PostFromAsync("/counter/street-light", "/counter/street-light", Light);
        var path = "/me/requests/" + Assert.Single(await world.RequestsOfAsync(id)).Reference;

        Assert.Equal(HttpStatusCode.NotFound, (await other.PostFromAsync("/me", path + "?handler=Withdraw")).Status);
        Assert.Equal("Submitted", (await owner.GetAsync(path)).Text("state"));
        Assert.Equal(path, (await owner.PostFromAsync("/me", path + "?handler=Withdraw")).Location);
    }

    [Theory]
    [InlineData("/counter/street-light")]
    [InlineData("/counter/street-light?handler=Keep")]
    [InlineData("/counter/street-light?handler=Drop")]
    [InlineData("/counter/residence?handler=Address")]
    [InlineData("/me/requests/{reference}?handler=Withdraw")]
    [InlineData("/office/requests/{reference}")]
    [InlineData("/office/accounts")]
    [InlineData("/office/accounts/{id}?handler=Close")]
    [InlineData("/office/accounts/{id}?handler=Open")]
    [InlineData("/office/accounts/{id}?handler=Relink")]
    public async Task Nothing_is_sent_without_the_antiforgery_token(string path)
    {
        var (citizen, id) = await world.NewCitizenAsync();
        await citizen.PostFromAsync("/counter/street-light", "/counter/street-light", Light);
        var officer = await world.NewOfficerAsync();
        var reference = Assert.Single(await world.RequestsOfAsync(id)).Reference;
        var visitor = path.StartsWith("/office", StringComparison.Ordinal) ? officer : citizen;

        var answer = await visitor.PostAsync(path.Replace("{reference}", reference, StringComparison.Ordinal).Replace("{id}", id, StringComparison.Ordinal), [.. Light, ("key", "alex"), ("to", "InProgress")]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("The form was out of date or came from elsewhere.", answer.Plain);
        var request = Assert.Single(await world.RequestsOfAsync(id));
        Assert.Single(request.Events);
        Assert.Empty(request.Looks);
    }

    [Theory]
    [InlineData("/counter/nothing")]
    [InlineData("/counter/Street-Light")]
    [InlineData("/counter/..%2Fappsettings")]
    [InlineData("/me/requests/2222-2222-2222")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        var (visitor, _) = await world.NewCitizenAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("fr")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Every_page_works_without_script_and_is_complete(string language)
    {
        var (citizen, id) = await world.NewCitizenAsync(language);
        var officer = await world.NewOfficerAsync(language);
        await citizen.PostFromAsync("/counter/street-light", "/counter/street-light", Light);
        var reference = Assert.Single(await world.RequestsOfAsync(id)).Reference;
        string[] forms = ["residence", "life", "nationality", "good-conduct", "household", "road", "street-light", "sewer"];

        foreach (var (visitor, path) in forms.Select(form => (citizen, "/counter/" + form))
            .Concat([(citizen, "/counter"), (citizen, "/me/requests"), (citizen, "/me/requests/" + reference)])
            .Concat([(officer, "/office"), (officer, "/office/requests/" + reference), (officer, "/office/accounts"), (officer, "/office/accounts/" + id)]))
        {
            var page = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains($"<html lang=\"{language}\">", page.Html);
            Assert.Single(Regex.Matches(page.Html, "<h1[ >]"));
            Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(" style=", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch("\\{[0-9]\\}", page.Plain);
            var ids = Regex.Matches(page.Html, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
            Assert.Distinct(ids);
            Assert.All(Regex.Matches(page.Html, " (?:for|aria-describedby|aria-labelledby)=\"([^\"]+)\"").SelectMany(match => match.Groups[1].Value.Split(' ')), named => Assert.Contains(named, ids));
        }
    }
}
