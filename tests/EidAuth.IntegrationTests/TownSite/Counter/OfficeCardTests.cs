using System.Net;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

/// <summary>The back office of a town in production: the role and a password are not enough.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class OfficeCardTests
{
    [Theory]
    [InlineData("true", "http://127.0.0.1:")]
    [InlineData("false", null)]
    public async Task An_officer_proves_the_own_card_unless_the_town_says_otherwise(string setting, string? location)
    {
        await using var town = await RunningTown.StartAsync("--Town:OfficersUseCard=" + setting);
        using var officer = town.NewVisitor("en");
        Assert.Equal("/me", (await officer.LogInAsync(userName: "loket")).Location);

        foreach (var path in (string[])["/office", "/office/accounts"])
        {
            var answer = await officer.GetAsync(path);
            Assert.Equal(location is null ? HttpStatusCode.OK : HttpStatusCode.Redirect, answer.Status);
            Assert.StartsWith(location ?? "", answer.Location ?? "");
        }
    }

    [Fact]
    public async Task A_citizen_is_not_asked_for_a_card_that_would_open_nothing()
    {
        await using var town = await RunningTown.StartAsync("--Town:OfficersUseCard=true");
        using var citizen = town.NewVisitor("en");
        Assert.Equal("/me", (await citizen.LogInAsync()).Location);

        Assert.Contains("/error/403", (await citizen.GetAsync("/office")).Location);
    }
}
