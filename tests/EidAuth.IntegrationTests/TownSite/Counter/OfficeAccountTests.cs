using System.Net;
using System.Text.RegularExpressions;
using EidAuth.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TownSite.Data;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

/// <summary>What officers do with accounts.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class OfficeAccountTests(CounterWorld world) : IClassFixture<CounterWorld>
{
    [Fact]
    public async Task An_account_is_found_by_its_whole_name_or_address_and_not_listed()
    {
        var (_, id) = await world.NewCitizenAsync();
        var officer = await world.NewOfficerAsync();
        var user = await UserAsync(id);

        foreach (var key in new[] { user.UserName!, $" {user.UserName!.ToUpperInvariant()} ", user.Email! })
        {
            Assert.Equal("/office/accounts/" + id, (await officer.PostFromAsync("/office/accounts", "/office/accounts", ("key", key))).Location);
        }

        foreach (var key in new[] { user.UserName![..^1], "", "%", "*", new string('x', 300) })
        {
            Assert.Equal("There is no such account.", (await officer.PostFromAsync("/office/accounts", "/office/accounts", ("key", key))).Text("problem"));
        }
    }

    [Fact]
    public async Task Somebody_who_took_a_persons_address_as_user_name_is_not_found_in_their_place()
    {
        var (_, id) = await world.NewCitizenAsync();
        var (_, other) = await world.NewCitizenAsync();
        var officer = await world.NewOfficerAsync();
        var mail = (await UserAsync(id)).Email!;
        await ChangeAsync(other, users => users.SetUserNameAsync, mail);

        var page = await officer.PostFromAsync("/office/accounts", "/office/accounts", ("key", mail));

        Assert.Null(page.Location);
        Assert.Contains($"href=\"/office/accounts/{id}\"", page.Html);
        Assert.Contains($"href=\"/office/accounts/{other}\"", page.Html);
    }

    [Fact]
    public async Task Two_accounts_with_one_address_are_both_found()
    {
        var (_, id) = await world.NewCitizenAsync();
        var (_, other) = await world.NewCitizenAsync();
        var officer = await world.NewOfficerAsync();
        var mail = (await UserAsync(id)).Email!;
        await ChangeAsync(other, users => users.SetEmailAsync, mail);

        var page = await officer.PostFromAsync("/office/accounts", "/office/accounts", ("key", mail));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains($"href=\"/office/accounts/{id}\"", page.Html);
        Assert.Contains($"href=\"/office/accounts/{other}\"", page.Html);
    }

    [Fact]
    public async Task A_closed_account_ends_its_sessions_and_has_no_way_in_until_it_is_opened()
    {
        var (citizen, id) = await world.NewCitizenAsync();
        var officer = await world.NewOfficerAsync();
        var path = "/office/accounts/" + id;
        Assert.Equal("open", (await officer.GetAsync(path)).Text("state"));

        Assert.Equal(path + "?done", (await officer.PostFromAsync(path, path + "?handler=Close")).Location);

        Assert.Contains("closed", (await officer.GetAsync(path)).Text("state"));
        Assert.Equal(HttpStatusCode.Redirect, (await citizen.GetAsync("/me/requests")).Status);
        var name = (await UserAsync(id)).UserName!;
        Assert.Equal(HttpStatusCode.OK, (await citizen.LogInAsync(userName: name)).Status);
        await officer.PostFromAsync(path, path + "?handler=Open");
        Assert.Equal("/me", (await citizen.LogInAsync(userName: name)).Location);
    }

    [Fact]
    public async Task A_code_for_a_new_card_is_shown_once_and_is_in_no_address()
    {
        var (_, id) = await world.NewCitizenAsync();
        var officer = await world.NewOfficerAsync(givenName: "Mia");
        var path = "/office/accounts/" + id;

        var page = await officer.PostFromAsync(path, path + "?handler=Relink");

        var code = page.Text("code")!;
        Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$", code);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var after = await officer.GetAsync(path);
        Assert.DoesNotContain(code, after.Plain);
        Assert.Contains("code made, <bdi>Mia Peeters</bdi>", after.Html);
    }

    [Fact]
    public async Task Every_look_and_act_is_written_down()
    {
        var (_, id) = await world.NewCitizenAsync();
        var officer = await world.NewOfficerAsync(givenName: "Mia");
        var path = "/office/accounts/" + id;

        await officer.PostFromAsync(path, path + "?handler=Close");
        var page = await officer.GetAsync(path);

        Assert.Contains("closed, <bdi>Mia Peeters</bdi>", page.Html);
        Assert.Equal(3, Regex.Count(page.Html, "looked at, <bdi>Mia Peeters</bdi>"));
    }

    [Theory]
    [InlineData("Close")]
    [InlineData("Open")]
    [InlineData("Relink")]
    public async Task Nobody_does_it_to_their_own_account(string handler)
    {
        var (officer, id) = await world.NewCitizenAsync(officer: true);
        var path = "/office/accounts/" + id;
        Assert.Equal("This is your own account: a colleague does this.", (await officer.GetAsync(path)).Text("own"));

        var answer = await officer.PostFromAsync("/me", path + "?handler=" + handler);

        Assert.Contains("/error/403", answer.Location);
        Assert.False((await UserAsync(id)).IsDisabled);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/office")).Status);
    }

    [Theory]
    [InlineData("/office/accounts/nobody")]
    [InlineData("/office/accounts/%00")]
    public async Task An_account_that_is_not_there_is_not_found(string path)
    {
        var officer = await world.NewOfficerAsync();

        Assert.Contains((await officer.GetAsync(path)).Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        Assert.Contains((await officer.PostFromAsync("/me", path + "?handler=Close")).Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    private Task ChangeAsync(string id, Func<UserManager<TownUser>, Func<TownUser, string, Task<IdentityResult>>> change, string value) => world.WithAsync(async services =>
    {
        var users = services.GetRequiredService<UserManager<TownUser>>();
        Assert.True((await change(users)((await users.FindByIdAsync(id))!, value)).Succeeded);
    });

    private async Task<TownUser> UserAsync(string id)
    {
        TownUser? user = null;
        await world.WithAsync(async services => user = await services.GetRequiredService<TownContext>().Users.FindAsync(id));
        return user!;
    }
}
