using System.Net;
using EidAuth.Testing;
using TownSite.Counter.Requests;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

/// <summary>Reports, which a password is enough for, and what becomes of them for the citizen.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class ReportTests(CounterWorld world) : IClassFixture<CounterWorld>
{
    private static readonly (string, string)[] Light = [("submission", Guid.NewGuid().ToString()), ("a.place", "Brugstraat 12"), ("a.pole", "1042"), ("a.fault", "flickers")];

    [Fact]
    public async Task A_street_light_is_reported_with_a_password_only()
    {
        var (visitor, id) = await world.NewCitizenAsync();

        var sent = await visitor.PostFromAsync("/counter/street-light", "/counter/street-light", Light);

        var request = Assert.Single(await world.RequestsOfAsync(id));
        Assert.Equal($"/me/requests/{request.Reference}?sent", sent.Location);
        Assert.Equal((RequestState.Submitted, Means.Password, false), (request.State, request.Means, request.ForOther));
        Assert.Null(request.CardProvenAt);
        var page = await visitor.GetAsync(sent.Location!);
        Assert.Equal("We have received your request.", page.Text("sent"));
        Assert.Equal("Submitted", page.Text("state"));
        Assert.Equal("you", page.Text("by"));
        Assert.Equal("User name and password", page.Text("means"));
        Assert.Contains("Brugstraat 12", page.Plain);
        Assert.Contains("Flickers", page.Plain);
        var list = await visitor.GetAsync("/me/requests");
        Assert.Contains("Broken street light", list.Plain);
        Assert.Contains(request.Reference, list.Plain);
    }

    [Fact]
    public async Task Each_problem_is_tied_to_its_field_and_nothing_typed_is_lost()
    {
        var (visitor, id) = await world.NewCitizenAsync("nl");

        var page = await visitor.PostFromAsync(
            "/counter/street-light", "/counter/street-light", ("a.place", "Brug"), ("a.pole", "tien"), ("a.fault", "out"), ("a.seen", "gisteren"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("<title>Nog niet verzonden: kijk dit na – ", page.Plain);
        foreach (var (field, value, problem) in new[] { ("place", "Brug", "Schrijf minstens 5 tekens."), ("pole", "tien", "Schrijf een geheel getal, in cijfers."),
            ("seen", "gisteren", "Dit is geen dag. Schrijf jaar, maand en dag, bijvoorbeeld 2026-03-02.") })
        {
            Assert.Matches($"<input id=\"field-{field}\"[^>]* value=\"{value}\"[^>]* aria-describedby=\"field-{field}-problem[^\"]*\" aria-invalid=\"true\"", page.Html);
            Assert.Equal(problem, page.Text($"field-{field}-problem"));
            Assert.Contains($"<a href=\"#field-{field}\">", page.Html);
        }

        Assert.Contains("<option value=\"out\" selected=\"selected\">", page.Html);
        Assert.DoesNotContain("aria-invalid", page.Html[page.Html.IndexOf("id=\"field-fault\"", StringComparison.Ordinal)..page.Html.IndexOf("for=\"field-seen\"", StringComparison.Ordinal)]);
        Assert.Empty(await world.RequestsOfAsync(id));
    }

    [Fact]
    public async Task A_page_sent_twice_is_one_request()
    {
        var (visitor, id) = await world.NewCitizenAsync();

        var first = await visitor.PostFromAsync("/counter/street-light", "/counter/street-light", Light);
        var second = await visitor.PostFromAsync("/counter/street-light", "/counter/street-light", Light);

        Assert.Equal(first.Location, second.Location);
        Assert.Single(await world.RequestsOfAsync(id));
    }

    [Fact]
    public async Task A_page_sent_twice_at_the_same_instant_is_one_request()
    {
        var (visitor, id) = await world.NewCitizenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => visitor.PostFromAsync("/counter/street-light", "/counter/street-light", Light)));

        Assert.Single(answers.Select(answer => answer.Location).Distinct());
        Assert.Single(await world.RequestsOfAsync(id));
    }

    [Fact]
    public async Task A_request_can_be_withdrawn_until_an_officer_took_it_up()
    {
        var (visitor, id) = await world.NewCitizenAsync();
        await visitor.PostFromAsync("/counter/street-light", "/counter/street-light", Light);
        var request = Assert.Single(await world.RequestsOfAsync(id));
        var path = "/me/requests/" + request.Reference;

        Assert.Equal(path, (await visitor.PostFromAsync(path, path + "?handler=Withdraw")).Location);

        var page = await visitor.GetAsync(path);
        Assert.Equal("Withdrawn", page.Text("state"));
        Assert.DoesNotContain("id=\"withdraw\"", page.Html);
        var again = await visitor.PostFromAsync(path, path + "?handler=Withdraw");
        Assert.Contains("It is too late to withdraw", again.Text("too-late"));
    }

    [Fact]
    public async Task After_thirty_requests_in_a_day_no_more_is_taken_and_nothing_typed_is_lost()
    {
        var (visitor, id) = await world.NewCitizenAsync();
        for (var sent = 0; sent < 30; sent++)
        {
            var answer = await visitor.PostFromAsync("/counter/street-light", "/counter/street-light", [.. Light[1..], ("submission", Guid.NewGuid().ToString())]);
            Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        }

        var page = await visitor.PostFromAsync("/counter/street-light", "/counter/street-light", [.. Light[1..], ("submission", Guid.NewGuid().ToString())]);

        Assert.Contains("You have sent many requests today.", page.Text("notice"));
        Assert.Contains("value=\"Brugstraat 12\"", page.Html);
        Assert.Equal(30, (await world.RequestsOfAsync(id)).Count);
    }

    [Fact]
    public async Task Hostile_text_is_text_and_nothing_else_wherever_it_is_shown()
    {
        const string hostile = "<script>alert(1)</script>\u202Egnp.\" onload=\"x";
        var (visitor, id) = await world.NewCitizenAsync(givenName: "<b>\u202EAn");
        var officer = await world.NewOfficerAsync(givenName: "<i>Lou");

        var sent = await visitor.PostFromAsync("/counter/road", "/counter/road", ("submission", Guid.NewGuid().ToString()), ("a.place", hostile), ("a.danger", "no"), ("a.description", hostile + "\r\n" + hostile));
        var reference = Assert.Single(await world.RequestsOfAsync(id)).Reference;
        var handled = await officer.GetAsync("/office/requests/" + reference);
        var pages = new[]
        {
            await visitor.GetAsync(sent.Location!), await visitor.GetAsync("/me/requests"), handled,
            await visitor.PostFromAsync("/counter/road", "/counter/road", ("a.place", hostile), ("a.danger", hostile), ("a.seen", hostile), ("a.description", "")),
        };

        Assert.Contains("alert(1)", handled.Plain);
        Assert.Contains("\uFFFDgnp.", handled.Plain);
        Assert.All(pages, page =>
        {
            Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<i>", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("\" onload=\"", page.Html, StringComparison.OrdinalIgnoreCase);
        });
        Assert.All(pages[..3], page => Assert.DoesNotContain('\u202E', page.Plain));
    }

    [Fact]
    public async Task A_character_that_no_database_keeps_is_refused_at_its_field()
    {
        var (visitor, id) = await world.NewCitizenAsync();

        var page = await visitor.PostFromAsync("/counter/street-light", "/counter/street-light", ("a.place", "Brug\u0007straat"), ("a.fault", "out"));

        Assert.Equal("It has characters that we cannot keep. Type it again.", page.Text("field-place-problem"));
        Assert.Empty(await world.RequestsOfAsync(id));
    }

    [Fact]
    public async Task A_form_with_NUL_is_no_form()
    {
        var (visitor, id) = await world.NewCitizenAsync();

        var answer = await visitor.PostFromAsync("/counter/street-light", "/counter/street-light", ("a.place", "Brug\0straat"), ("a.fault", "out"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(await world.RequestsOfAsync(id));
    }
}
