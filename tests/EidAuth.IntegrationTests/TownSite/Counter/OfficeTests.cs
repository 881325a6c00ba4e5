using System.Net;
using System.Text.RegularExpressions;
using EidAuth.Testing;
using TownSite.Counter.Requests;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

/// <summary>The officer's back office, through its pages.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class OfficeTests(CounterWorld world) : IClassFixture<CounterWorld>
{
    private static readonly (string, string)[] Sewer = [("a.place", "Kerkplein 1"), ("a.trouble", "smell")];

    [Fact]
    public async Task An_officer_changes_the_state_and_the_citizen_sees_it_and_is_mailed()
    {
        var (citizen, id, reference) = await AskAsync(mailLanguage: "fr");
        var officer = await world.NewOfficerAsync();
        var path = "/office/requests/" + reference;

        Assert.Equal(path + "?changed", (await ChangeAsync(officer, path, "InProgress")).Location);
        Assert.Equal("The state is changed. The citizen sees it on the site, and in a mail if they gave an address.", (await officer.GetAsync(path + "?changed")).Text("changed"));
        Assert.Equal(path + "?changed", (await ChangeAsync(officer, path, "Ready", "Rinsed\r\nand mended.")).Location);

        var page = await citizen.GetAsync("/me/requests/" + reference);
        Assert.Equal("Ready", page.Text("state"));
        Assert.Matches("<bdi>Rinsed</bdi>\\s*<br>\\s*<bdi>and mended.</bdi>", page.Html);
        Assert.Matches("by officer <bdi>Lou Peeters</bdi>", page.Html);
        Assert.Equal(
            [(RequestState.Submitted, ActorKind.Citizen), (RequestState.InProgress, ActorKind.Officer), (RequestState.Ready, ActorKind.Officer)],
            Assert.Single(await world.RequestsOfAsync(id)).Events.OrderBy(line => line.Id).Select(line => (line.State, line.Actor)));
        Assert.Equal(2, (await world.MailsToAsync(id)).Count);
    }

    [Fact]
    public async Task Every_look_of_an_officer_is_written_down_and_shown_to_the_citizen()
    {
        var (citizen, id, reference) = await AskAsync();
        var officer = await world.NewOfficerAsync(givenName: "Mia");
        Assert.Contains("No officer has opened your request yet.", (await citizen.GetAsync("/me/requests/" + reference)).Plain);

        await officer.GetAsync("/office");
        Assert.Empty(Assert.Single(await world.RequestsOfAsync(id)).Looks);
        await officer.GetAsync("/office/requests/" + reference);
        await officer.GetAsync("/office/requests/" + reference);

        Assert.Equal(2, Assert.Single(await world.RequestsOfAsync(id)).Looks.Count);
        Assert.Equal(2, Regex.Count((await citizen.GetAsync("/me/requests/" + reference)).Html, "<bdi>Mia Peeters</bdi>"));
    }

    [Fact]
    public async Task Of_two_officers_at_once_the_second_is_told()
    {
        var (_, id, reference) = await AskAsync();
        var first = await world.NewOfficerAsync(givenName: "First");
        var second = await world.NewOfficerAsync(givenName: "Second");
        var path = "/office/requests/" + reference;
        var seen = VersionOf(await second.GetAsync(path));
        await ChangeAsync(first, path, "InProgress");

        var answer = await second.PostFromAsync(path, path, ("version", seen), ("to", "InProgress"), ("note", "mine"));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("somebody was before you", answer.Text("problem"));
        Assert.Equal("In progress", answer.Text("state"));
        Assert.Contains("mine</textarea>", answer.Html);
        Assert.Equal(2, Assert.Single(await world.RequestsOfAsync(id)).Events.Count);
    }

    [Fact]
    public async Task Of_many_changes_at_the_same_instant_one_counts()
    {
        var (_, id, reference) = await AskAsync();
        var officers = new List<Visitor>();
        for (var count = 0; count < 6; count++)
        {
            officers.Add(await world.NewOfficerAsync());
        }

        var path = "/office/requests/" + reference;
        var seen = VersionOf(await officers[0].GetAsync(path));
        var answers = await Task.WhenAll(officers.Select(officer => officer.PostFromAsync(path, path, ("version", seen), ("to", "InProgress"))));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.Equal(5, answers.Count(answer => answer.Text("problem")?.Contains("somebody was before you", StringComparison.Ordinal) == true));
        Assert.Equal(2, Assert.Single(await world.RequestsOfAsync(id)).Events.Count);
        Assert.Single(await world.MailsToAsync(id));
    }

    [Theory]
    [InlineData("Ready")]
    [InlineData("Refused")]
    [InlineData("Withdrawn")]
    [InlineData("Submitted")]
    public async Task A_change_that_is_not_on_the_list_is_not_made(string to)
    {
        var (_, id, reference) = await AskAsync();
        var officer = await world.NewOfficerAsync();

        var answer = await ChangeAsync(officer, "/office/requests/" + reference, to, "why");

        Assert.Equal("That change is not possible in this state.", answer.Text("problem"));
        Assert.Equal(RequestState.Submitted, Assert.Single(await world.RequestsOfAsync(id)).State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("inprogress")]
    [InlineData("Submitted, InProgress")]
    public async Task What_is_no_state_is_no_form_of_ours(string to)
    {
        var (_, _, reference) = await AskAsync();
        var officer = await world.NewOfficerAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await ChangeAsync(officer, "/office/requests/" + reference, to)).Status);
    }

    [Fact]
    public async Task A_refusal_says_why()
    {
        var (_, id, reference) = await AskAsync();
        var officer = await world.NewOfficerAsync();
        var path = "/office/requests/" + reference;
        await ChangeAsync(officer, path, "InProgress");

        var silent = await ChangeAsync(officer, path, "Refused", " ");
        Assert.Equal("Write why you refuse.", silent.Text("note-problem"));
        Assert.Matches("<textarea id=\"note\"[^>]* aria-describedby=\"note-problem note-hint\" aria-invalid=\"true\"", silent.Html);
        Assert.Equal("At most 1000 characters, and no odd ones.", (await ChangeAsync(officer, path, "Refused", new string('x', 1001))).Text("note-problem"));
        Assert.Equal("At most 1000 characters, and no odd ones.", (await ChangeAsync(officer, path, "Refused", "a\u0007b")).Text("note-problem"));
        Assert.Equal(RequestState.InProgress, Assert.Single(await world.RequestsOfAsync(id)).State);
        Assert.Equal(path + "?changed", (await ChangeAsync(officer, path, "Refused", "Not ours.")).Location);
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_request()
    {
        var (officer, id) = await world.NewCitizenAsync(officer: true);
        await officer.PostFromAsync("/counter/sewer", "/counter/sewer", Sewer);
        var request = Assert.Single(await world.RequestsOfAsync(id));
        var path = "/office/requests/" + request.Reference;

        var page = await officer.GetAsync(path);
        Assert.DoesNotContain("id=\"change\"", page.Html);
        var answer = await officer.PostFromAsync(path, path, ("version", request.Version.ToString()), ("to", "InProgress"));

        Assert.Contains("This is your own request", answer.Text("problem"));
        Assert.Equal(RequestState.Submitted, Assert.Single(await world.RequestsOfAsync(id)).State);
    }

    [Fact]
    public async Task The_list_is_filtered_and_paged_and_names_nobody()
    {
        var (citizen, _, reference) = await AskAsync(givenName: "Unmistakable");
        // Two are among the invented ones.
        for (var sent = 0; sent < 19; sent++)
        {
            await citizen.PostFromAsync("/counter/road", "/counter/road", ("submission", Guid.NewGuid().ToString()), ("a.place", "Molenweg 7"), ("a.danger", "no"), ("a.description", "A hole in the road."));
        }

        var officer = await world.NewOfficerAsync();
        var first = await officer.GetAsync("/office?form=road");
        var second = await officer.GetAsync("/office?form=road&p=2");

        Assert.Equal("21 found, page 1 of 2", first.Text("found"));
        Assert.Equal(20, Regex.Count(first.Html, "<th scope=\"row\">"));
        Assert.Equal(1, Regex.Count(second.Html, "<th scope=\"row\">"));
        Assert.Contains("rel=\"next\"", first.Html);
        Assert.Contains("form=road&p=2", first.Plain);
        Assert.DoesNotContain("Unmistakable", first.Plain);
        Assert.DoesNotContain(reference, first.Plain);
        Assert.Contains(reference, (await officer.GetAsync("/office?state=Submitted&form=sewer")).Plain);
        Assert.DoesNotContain(reference, (await officer.GetAsync("/office?state=Refused&form=sewer")).Plain);
        Assert.Equal("21 found, page 2 of 2", (await officer.GetAsync("/office?form=road&p=99")).Text("found"));
        Assert.Equal("21 found, page 1 of 2", (await officer.GetAsync("/office?form=road&p=-1&state=3")).Text("found"));
    }

    private async Task<(Visitor Citizen, string Id, string Reference)> AskAsync(string mailLanguage = "en", string givenName = "An")
    {
        var (citizen, id) = await world.NewCitizenAsync(mailLanguage: mailLanguage, givenName: givenName);
        await citizen.PostFromAsync("/counter/sewer", "/counter/sewer", Sewer);
        return (citizen, id, Assert.Single(await world.RequestsOfAsync(id)).Reference);
    }

    private static async Task<Answer> ChangeAsync(Visitor officer, string path, string to, string note = "") =>
        await officer.PostFromAsync(path, path, ("version", VersionOf(await officer.GetAsync(path))), ("to", to), ("note", note));

    private static string VersionOf(Answer page) => Regex.Match(page.Html, "name=\"version\" value=\"([^\"]+)\"").Groups[1].Value;
}
