using System.Net;
using System.Text.RegularExpressions;
using EidAuth.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TownSite.Counter.Requests;
using TownSite.Data;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

/// <summary>
/// The e-counter and its back office on a real PostgreSQL server: other types of time, strict text, and requests that do run at once. What the pages say stands in the tests
/// over SQLite.
/// </summary>
[Trait("Group", TestGroup.Town)]
public sealed class PostgreSqlCounterTests(PostgreSqlCounterWorld world) : IClassFixture<PostgreSqlCounterWorld>
{
    private const string Light = "/counter/street-light";

    [Fact]
    public async Task A_draft_is_kept_sent_worked_on_by_an_officer_and_mailed_about()
    {
        var (citizen, id) = await world.NewCitizenAsync();
        await world.WithAsync(services => Task.FromResult(Assert.IsType<PostgreSqlTownContext>(services.GetRequiredService<TownContext>())));
        await citizen.PostFromAsync(Light, Light + "?handler=Keep", ("a.place", "Brugstraat ☃"), ("a.fault", "leans"));
        Assert.Contains("value=\"Brugstraat ☃\"", (await citizen.GetAsync(Light)).Plain);
        await citizen.PostFromAsync(Light, Light, ("a.place", "Brugstraat ☃"), ("a.fault", "leans"));
        Assert.Null((await citizen.GetAsync(Light)).Text("draft"));
        var request = Assert.Single(await world.RequestsOfAsync(id));

        var officer = await world.NewOfficerAsync();
        var path = "/office/requests/" + request.Reference;
        Assert.Contains(request.Reference, (await officer.GetAsync("/office?state=Submitted&form=street-light")).Plain);
        Assert.Equal(path + "?changed", (await ChangeAsync(officer, path, "InProgress", "")).Location);
        Assert.Equal(path + "?changed", (await ChangeAsync(officer, path, "Ready", "Straight again.")).Location);

        var page = await citizen.GetAsync("/me/requests/" + request.Reference);
        Assert.Equal("Ready", page.Text("state"));
        Assert.Contains("Straight again.", page.Plain);
        Assert.Contains("Broken street light", (await citizen.GetAsync("/me/requests")).Plain);
        Assert.Equal(2, (await world.MailsToAsync(id)).Count);
        var kept = Assert.Single(await world.RequestsOfAsync(id));
        Assert.Equal(
            [RequestState.Submitted, RequestState.InProgress, RequestState.Ready], kept.Events.OrderBy(line => line.Id).Select(line => line.State));
        Assert.True(kept.Looks.Count >= 2);
        Assert.Equal((request.CreatedAt, TimeSpan.Zero), (kept.CreatedAt, kept.CreatedAt.Offset));
    }

    [Fact]
    public async Task Of_many_changes_at_the_same_instant_one_counts()
    {
        var (citizen, id) = await world.NewCitizenAsync();
        await citizen.PostFromAsync(Light, Light, ("a.place", "Kerkplein 1"), ("a.fault", "out"));
        var path = "/office/requests/" + Assert.Single(await world.RequestsOfAsync(id)).Reference;
        var officers = new List<Visitor>();
        for (var count = 0; count < 4; count++)
        {
            officers.Add(await world.NewOfficerAsync());
        }

        var seen = VersionOf(await officers[0].GetAsync(path));
        var answers = await Task.WhenAll(officers.Select(officer => officer.PostFromAsync(path, path, ("version", seen), ("to", "InProgress"))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.Equal(3, answers.Count(answer => answer.Text("problem")?.Contains("somebody was before you", StringComparison.Ordinal) == true));
        Assert.Equal(2, Assert.Single(await world.RequestsOfAsync(id)).Events.Count);
    }

    [Fact]
    public async Task A_page_that_is_sent_many_times_at_once_is_one_request()
    {
        var (citizen, id) = await world.NewCitizenAsync();
        (string, string)[] filled = [("submission", Guid.NewGuid().ToString()), ("a.place", "Kerkplein 1"), ("a.fault", "out")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => citizen.PostFromAsync(Light, Light, filled)));

        var reference = Assert.Single(await world.RequestsOfAsync(id)).Reference;
        Assert.All(answers, answer => Assert.Equal($"/me/requests/{reference}?sent", answer.Location));
    }

    [Fact]
    public async Task A_draft_kept_many_times_at_once_is_one_draft()
    {
        var (citizen, id) = await world.NewCitizenAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number =>
            citizen.PostFromAsync(Light, Light + "?handler=Keep", ("a.place", $"Kerkplein {number}"), ("a.fault", "out"))));

        Assert.All(answers, answer => Assert.Equal(Light, answer.Location));
        await world.WithAsync(async services => Assert.Equal(1, await services.GetRequiredService<TownContext>().Set<Draft>().CountAsync(draft => draft.UserId == id)));
    }

    // PostgreSQL keeps no NUL; SQLite does.
    [Theory]
    [InlineData("/login", "UserName", "Password")]
    [InlineData("/register", "UserName", "Mail", "GivenNames", "FamilyName", "Password")]
    public async Task Text_that_the_database_refuses_is_refused_before(string page, params string[] fields)
    {
        using var visitor = world.NewVisitor();
        foreach (var odd in fields)
        {
            var posted = fields.Select(field => (field, Good(field) + (field == odd ? "\0x" : ""))).ToArray();

            var answer = await visitor.PostFromAsync(page, page, posted);

            Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{odd}: {answer.Status}");
        }
    }

    [Fact]
    public async Task Nor_is_a_page_broken_by_it()
    {
        var (citizen, id) = await world.NewCitizenAsync();
        var officer = await world.NewOfficerAsync();
        await citizen.PostFromAsync(Light, Light, ("a.place", "Kerkplein 1"), ("a.fault", "out"));
        var path = "/office/requests/" + Assert.Single(await world.RequestsOfAsync(id)).Reference;
        var version = VersionOf(await officer.GetAsync(path));

        Answer[] answers =
        [
            await citizen.GetAsync("/me/requests/%00"),
            await citizen.GetAsync("/counter/%00"),
            await citizen.PostFromAsync(Light, Light, ("a.place", "Kerk\0plein 1"), ("a.fault", "out")),
            await citizen.PostFromAsync(Light, Light + "?handler=Keep", ("a.place", "Kerk\0plein 1"), ("a.fault", "out")),
            await citizen.GetAsync(Light),
            await citizen.PostFromAsync("/me/profile", "/me/profile", ("mail", "a\0@mail.example"), ("phone", "0123456\0")),
            await citizen.PostFromAsync("/me/security", "/me/security?handler=End", ("id", "\0")),
            await officer.GetAsync("/office?form=%00&state=%00"),
            await officer.GetAsync("/office/requests/%00"),
            await officer.GetAsync("/office/accounts/%00"),
            await officer.PostFromAsync("/office/accounts", "/office/accounts", ("key", "a\0b")),
            await officer.PostFromAsync(path, path, ("version", version), ("to", "InProgress"), ("note", "a\0b")),
        ];

        Assert.All(answers.Index(), answer => Assert.True((int)answer.Item.Status < 500, $"{answer.Index}: {answer.Item.Status}"));
        Assert.Equal(RequestState.Submitted, Assert.Single(await world.RequestsOfAsync(id)).State);
    }

    private static string Good(string field) => field switch
    {
        "Mail" => "somebody@mail.example",
        "Password" => "voorbeeld-1234",
        _ => "Somebody",
    };

    private static async Task<Answer> ChangeAsync(Visitor officer, string path, string to, string note) =>
        await officer.PostFromAsync(path, path, ("version", VersionOf(await officer.GetAsync(path))), ("to", to), ("note", note));

    private static string VersionOf(Answer page) => Regex.Match(page.Html, "name=\"version\" value=\"([^\"]+)\"").Groups[1].Value;
}
