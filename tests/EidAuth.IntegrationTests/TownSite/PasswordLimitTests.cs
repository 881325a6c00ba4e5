using System.Net;
using EidAuth.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using TownSite.Login;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

/// <summary>Who guesses passwords is slowed down whatever their network gives them.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class PasswordLimitTests
{
    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::2", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", true)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", true)]
    public void A_network_has_as_many_tries_as_one_address(string first, string second, bool hasMore)
    {
        using var tries = new PasswordTries();
        for (var count = 0; count < 10; count++)
        {
            Assert.True(tries.Take(From(first), "alex"));
        }

        Assert.False(tries.Take(From(first), "alex"));
        Assert.Equal(hasMore, tries.Take(From(second), "alex"));
        Assert.True(tries.Take(From(first), "loket"));
    }

    [Theory]
    [InlineData("LOKET")]
    [InlineData("lo\u212Aet")]
    public void Another_spelling_of_the_same_name_is_no_other_account(string spelling)
    {
        using var tries = new PasswordTries();
        for (var count = 0; count < 10; count++)
        {
            tries.Take(From("192.0.2.1"), "loket");
        }

        Assert.False(tries.Take(From("192.0.2.1"), spelling));
    }

    [Fact]
    public async Task Posts_are_counted_where_nobody_knows_the_address_too()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddRateLimiter(PasswordLimit.Configure);
        await using var site = builder.Build();
        site.UseRateLimiter();
        site.Map("/login", () => Results.Ok()).RequireRateLimiting(PasswordLimit.Name);
        await site.StartAsync(cancellation);
        using var client = site.GetTestClient();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/login", cancellation)).StatusCode);
        for (var count = 0; count < 20; count++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/login", null, cancellation)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.PostAsync("/login", null, cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/login", cancellation)).StatusCode);
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
