using System.Net;
using EidAuth.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TownSite.Data;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

/// <summary>A proof that waits on the page /card stands on the server: it is used once, and it ends with its card.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class CardProofTests(CardWorld world) : IClassFixture<CardWorld>
{
    [Fact]
    public async Task A_card_that_left_makes_no_account()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        var before = await CountAsync(town);
        var start = await visitor.GetAsync("/login/eid");
        var callback = await world.SignAsync(visitor, start, "adult-18");
        var page = await visitor.GetAsync(callback.Location!);
        Assert.Equal("Lotte Marie Vermeersch", page.Text("who"));

        await RemoveCardAsync(visitor, start);
        var late = await visitor.PostFormAsync(page, "make-account");

        Assert.Equal("login_expired", late.Text("refusal-code"));
        Assert.Equal(before, await CountAsync(town));
    }

    [Fact]
    public async Task A_card_that_left_is_linked_to_no_account_by_its_password()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        var start = await visitor.GetAsync("/login/eid");
        var callback = await world.SignAsync(visitor, start, "adult-18");
        var page = await visitor.GetAsync(callback.Location!);

        await RemoveCardAsync(visitor, start);
        var late = await visitor.PostFormAsync(page, "link-account", ("UserName", "alex"), ("Password", "voorbeeld-1234"));

        Assert.Equal("login_expired", late.Text("refusal-code"));
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_copy_of_the_proofs_cookie_logs_nobody_in_once_it_was_used()
    {
        await using var town = await world.StartTownAsync();
        (await world.NewFromCardAsync(town, "adult-18")).Dispose();
        using var visitor = town.NewVisitor();
        using var thief = town.NewVisitor();
        var callback = await world.LogInAsync(visitor, "adult-18");
        thief.Cookies["__Host-town-card"] = visitor.Cookies["__Host-town-card"];

        Assert.Equal("/me", (await visitor.GetAsync(callback.Location!)).Location);
        var late = await thief.GetAsync(callback.Location!);

        Assert.Equal("login_expired", late.Text("refusal-code"));
        Assert.NotEqual(HttpStatusCode.OK, (await thief.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_copy_of_the_proofs_cookie_shows_nobodys_name_once_it_was_given_up()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        using var thief = town.NewVisitor();
        var callback = await world.LogInAsync(visitor, "adult-18");
        thief.Cookies["__Host-town-card"] = visitor.Cookies["__Host-town-card"];
        Assert.Equal("Lotte Marie Vermeersch", (await thief.GetAsync(callback.Location!)).Text("who"));

        await visitor.PostFormAsync(await visitor.GetAsync(callback.Location!), "stop");

        Assert.Equal("login_expired", (await thief.GetAsync(callback.Location!)).Text("refusal-code"));
    }

    private static async Task RemoveCardAsync(Visitor visitor, Answer start) =>
        Assert.Equal(HttpStatusCode.NoContent, (await visitor.PostAsync("/signin-eid/end", [("end", CardWorld.Asked(start, "end"))])).Status);

    private static async Task<int> CountAsync(RunningTown town)
    {
        await using var scope = town.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TownContext>().Users.CountAsync(TestContext.Current.CancellationToken);
    }
}
