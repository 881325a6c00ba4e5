using EidAuth.Testing;
using EidAuth.Testing.Postgres;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TownSite;
using TownSite.Data;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

/// <summary>The same town on a real PostgreSQL: its migrations, a password, a card, a link.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class PostgreSqlTownTests(CardWorld world) : IClassFixture<CardWorld>
{
    [Fact]
    public async Task A_town_on_PostgreSQL_migrates_logs_in_and_links()
    {
        await using var server = await PrivatePostgres.StartAsync();
        await using var town = await world.StartTownAsync($"--ConnectionStrings:Town={server.NewDatabase()}");
        await using (var scope = town.Services.CreateAsyncScope())
        {
            var context = Assert.IsType<PostgreSqlTownContext>(scope.ServiceProvider.GetRequiredService<TownContext>());
            Assert.Empty(await context.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
            var user = new TownUser { UserName = "lotte", GivenName = "Lotte", FamilyName = "Vermeersch", CreatedAt = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1)) };
            Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<TownUser>>().CreateAsync(user, "voorbeeld-1234")).Succeeded);
        }

        using var visitor = town.NewVisitor();
        Assert.Equal("/me", (await visitor.LogInAsync(userName: "lotte")).Location);
        var callback = await world.SignAsync(visitor, await visitor.PostFromAsync("/me/security", "/me/security?handler=Link"), "adult-18");
        Assert.Equal("/me/security?done=linked", (await visitor.PostFormAsync(await visitor.GetAsync(callback.Location!), "confirm-link")).Location);
        Assert.Contains("Card linked", (await visitor.GetAsync("/me/security")).Plain);

        using var byCard = town.NewVisitor();
        Assert.Equal("/me", (await byCard.GetAsync((await world.LogInAsync(byCard, "adult-18")).Location!)).Location);
        Assert.Contains("password", (await byCard.GetAsync("/me")).Text("last-login"));
        using var other = await world.NewFromCardAsync(town, "adult-17");
        Assert.Equal("eID card and PIN", (await other.GetAsync("/me")).Text("how"));
    }

    [Fact]
    public void A_connection_string_of_nothing_known_is_said_at_once()
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => Site.Build(["--environment=Development", "--ConnectionStrings:Town=Server=somewhere"]));
        var none = Assert.Throws<InvalidOperationException>(() => Site.Build(["--environment=Production"]));

        Assert.Contains("begins with Host=", wrong.Message);
        Assert.Contains("Town:Database", none.Message);
    }
}
