using System.Net;
using EidAuth.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TownSite.Counter.Requests;
using TownSite.Data;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

/// <summary>Half-filled forms, kept on the server for their account alone.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class DraftTests(CounterWorld world) : IClassFixture<CounterWorld>
{
    private static readonly (string, string)[] Half = [("a.place", "<Brug> & zo"), ("a.pole", "tien"), ("a.fault", "leans"), ("a.seen", "gisteren")];

    [Fact]
    public async Task A_half_filled_form_is_there_again_as_it_was_typed()
    {
        var (visitor, id) = await world.NewCitizenAsync();

        var kept = await visitor.PostFromAsync("/counter/street-light", "/counter/street-light?handler=Keep", Half);

        Assert.Equal("/counter/street-light", kept.Location);
        var page = await visitor.GetAsync("/counter/street-light");
        Assert.Contains("Not sent yet. We kept this for you on", page.Text("draft"));
        Assert.Contains("value=\"<Brug> & zo\"", page.Plain);
        Assert.Contains("value=\"tien\"", page.Html);
        Assert.Contains("value=\"gisteren\"", page.Html);
        Assert.Contains("<option value=\"leans\" selected=\"selected\">", page.Html);
        Assert.Empty(await world.RequestsOfAsync(id));
    }

    [Fact]
    public async Task A_draft_of_one_account_is_not_anothers()
    {
        var (owner, _) = await world.NewCitizenAsync();
        var (other, _) = await world.NewCitizenAsync();
        await owner.PostFromAsync("/counter/street-light", "/counter/street-light?handler=Keep", Half);

        var page = await other.GetAsync("/counter/street-light");
        Assert.Null(page.Text("draft"));
        Assert.DoesNotContain("Brug", page.Plain);
        await other.PostFromAsync("/counter/street-light", "/counter/street-light?handler=Drop");

        Assert.NotNull((await owner.GetAsync("/counter/street-light")).Text("draft"));
    }

    [Fact]
    public async Task A_draft_of_one_form_is_not_anothers()
    {
        var (visitor, _) = await world.NewCitizenAsync();
        await visitor.PostFromAsync("/counter/street-light", "/counter/street-light?handler=Keep", Half);

        Assert.Null((await visitor.GetAsync("/counter/sewer")).Text("draft"));
    }

    [Fact]
    public async Task A_draft_can_be_deleted_and_goes_when_it_is_sent()
    {
        var (visitor, id) = await world.NewCitizenAsync();
        await visitor.PostFromAsync("/counter/street-light", "/counter/street-light?handler=Keep", Half);
        await visitor.PostFromAsync("/counter/street-light", "/counter/street-light?handler=Drop");
        Assert.Null((await visitor.GetAsync("/counter/street-light")).Text("draft"));

        await visitor.PostFromAsync("/counter/street-light", "/counter/street-light?handler=Keep", Half);
        await visitor.PostFromAsync("/counter/street-light", "/counter/street-light", ("a.place", "Brugstraat 1"), ("a.fault", "out"));

        Assert.Null((await visitor.GetAsync("/counter/street-light")).Text("draft"));
        Assert.Single(await world.RequestsOfAsync(id));
    }

    [Fact]
    public async Task A_draft_kept_again_is_the_later_one_and_at_the_same_instant_one_of_them()
    {
        var (visitor, id) = await world.NewCitizenAsync();
        await visitor.PostFromAsync("/counter/street-light", "/counter/street-light?handler=Keep", Half);
        await visitor.PostFromAsync("/counter/street-light", "/counter/street-light?handler=Keep", ("a.place", "Later"));
        var page = await visitor.GetAsync("/counter/street-light");
        Assert.Contains("value=\"Later\"", page.Html);
        Assert.DoesNotContain("tien", page.Html);

        await visitor.PostFromAsync("/counter/street-light", "/counter/street-light?handler=Drop");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number =>
            visitor.PostFromAsync("/counter/street-light", "/counter/street-light?handler=Keep", ("a.place", $"Kerkplein {number}"))));

        Assert.All(answers, answer => Assert.Equal("/counter/street-light", answer.Location));
        Assert.Contains("value=\"Kerkplein ", (await visitor.GetAsync("/counter/street-light")).Html);
        await world.WithAsync(async services => Assert.Equal(1, await services.GetRequiredService<TownContext>().Set<Draft>().CountAsync(draft => draft.UserId == id)));
    }

    [Theory]
    [InlineData(6, true)]
    [InlineData(8, false)]
    public async Task A_draft_is_no_archive(int days, bool there)
    {
        var (visitor, id) = await world.NewCitizenAsync();
        await visitor.PostFromAsync("/counter/street-light", "/counter/street-light?handler=Keep", Half);
        await world.WithAsync(async services => await services.GetRequiredService<TownContext>().Set<Draft>().Where(draft => draft.UserId == id)
            .ExecuteUpdateAsync(draft => draft.SetProperty(row => row.SavedAt, row => row.SavedAt - (days * 86_400L))));

        Assert.Equal(there, (await visitor.GetAsync("/counter/street-light")).Text("draft") is not null);

        // Whoever saves one next sweeps.
        var (next, _) = await world.NewCitizenAsync();
        await next.PostFromAsync("/counter/sewer", "/counter/sewer?handler=Keep", Half);
        await world.WithAsync(async services => Assert.Equal(there, await services.GetRequiredService<TownContext>().Set<Draft>().AnyAsync(draft => draft.UserId == id)));
    }

    [Fact]
    public async Task A_certificate_by_password_is_kept_and_asks_for_the_card_without_a_word_of_it_in_the_address()
    {
        var (visitor, id) = await world.NewCitizenAsync();

        var asked = await visitor.PostFromAsync("/counter/residence", "/counter/residence", ("for", "self"), ("a.purpose", "housing"), ("a.remark", "canary-remark"));

        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        Assert.StartsWith("http://127.0.0.1:35353/login?", asked.Location, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", asked.Location);
        Assert.DoesNotContain("housing", asked.Location);
        Assert.DoesNotContain(visitor.Cookies.Values, cookie => cookie.Contains("canary", StringComparison.Ordinal));
        Assert.Contains("canary-remark</textarea>", (await visitor.GetAsync("/counter/residence")).Html);
        Assert.Equal("Continue with your eID card", (await visitor.GetAsync("/counter/residence")).Text("send"));
        Assert.Empty(await world.RequestsOfAsync(id));
    }

    [Fact]
    public async Task A_form_with_a_problem_does_not_go_to_the_card_yet()
    {
        var (visitor, _) = await world.NewCitizenAsync();

        var page = await visitor.PostFromAsync("/counter/residence", "/counter/residence", ("for", "other"), ("a.other.name", "Jan Peeters"), ("a.purpose", "housing"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Fill this in.", page.Text("field-other-reason-problem"));
        Assert.Contains("value=\"Jan Peeters\"", page.Html);
        Assert.Matches("value=\"other\" checked=\"checked\"", page.Html);
    }
}
