using EidAuth.Testing;
using EidAuth.Testing.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

/// <summary>What the whole site, framework and database included, writes when an operator turns every line on.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class TraceLogTests(CardWorld world) : IClassFixture<CardWorld>
{
    [Fact]
    public async Task Nothing_that_somebody_typed_is_in_the_log_at_level_Trace()
    {
        using var log = new KeptLog();
        await using var town = await world.StartTownAsync(
            "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace", "--Logging:LogLevel:Microsoft.EntityFrameworkCore=Trace",
            "--Logging:Console:LogLevel:Default=None");
        town.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var visitor = town.NewVisitor();
        using var officer = town.NewVisitor();

        var registered = await visitor.PostFromAsync(
            "/register", "/register", ("UserName", "canaryname"), ("Mail", "canarymail@mail.example"), ("Password", "canary-first"), ("GivenNames", "Canarygiven"), ("FamilyName", "Canaryfamily"));
        Assert.Equal("/me", registered.Location);
        await visitor.PostFromAsync("/me/profile", "/me/profile", ("Mail", "canaryother@mail.example"), ("Phone", "0475 98 76 54"));
        var changed = await visitor.PostFromAsync("/me/security", "/me/security?handler=Change", ("OldPassword", "canary-first"), ("NewPassword", "canary-second"));
        Assert.Equal("/me/security?done=password", changed.Location);
        await visitor.LogOutAsync();
        Assert.Equal("/me", (await visitor.LogInAsync("canary-second", userName: "canaryname")).Location);
        await visitor.LogOutAsync();
        var callback = await world.LogInAsync(visitor, "adult-18");
        await visitor.PostFromAsync(callback.Location!, "/card?handler=Code", ("Code", "CANARYCODE23"));
        await visitor.PostFromAsync(callback.Location!, "/card?handler=Password", ("UserName", "canaryname"), ("Password", "canary-wrong"));
        await officer.LogInAsync(userName: "loket");
        await officer.PostFromAsync("/office/accounts", "/office/accounts", ("key", "canaryother@mail.example"));

        // The town did log at that level.
        Assert.Contains(log.Lines, line => line.StartsWith("Trace Microsoft.AspNetCore.Mvc.RazorPages", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("canary", StringComparison.OrdinalIgnoreCase) || line.Contains("98 76 54", StringComparison.Ordinal));
    }
}
