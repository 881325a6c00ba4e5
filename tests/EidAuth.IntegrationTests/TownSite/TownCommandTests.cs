using EidAuth.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TownSite;
using TownSite.Data;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

[Trait("Group", TestGroup.Town)]
public sealed class TownCommandTests
{
    [Theory]
    [InlineData("--seed", "--urls=x", "--seed", null, "--urls=x")]
    [InlineData("--urls=x", "--migrate", "--migrate", null, "--urls=x")]
    [InlineData("--officer", "alex", "--officer", "alex", null)]
    [InlineData("--officer", "--urls=x", "--officer", null, "--urls=x")]
    [InlineData("--urls=x", "--Town:Database=y", null, null, "--urls=x --Town:Database=y")]
    public void The_word_is_taken_out_of_the_configuration(string first, string second, string? word, string? about, string? settings)
    {
        var split = TownCommand.Split([first, second]);

        Assert.Equal((word, about, settings ?? ""), (split.Word, split.About, string.Join(' ', split.Settings)));
    }

    [Fact]
    public async Task Outside_Development_there_is_no_seed_and_a_site_whose_database_lags_behind_does_not_start()
    {
        using var folder = new TemporaryFolder();
        await using (var site = Production(folder))
        {
            await using var error = new StringWriter();
            Assert.Equal(1, await TownCommand.RunAsync(site, TownCommand.Plant, null, TextWriter.Null, error));
            Assert.Contains("for --environment=Development alone", error.ToString());
            var lags = await Assert.ThrowsAsync<InvalidOperationException>(() => site.StartAsync(TestContext.Current.CancellationToken));
            Assert.Contains("--migrate", lags.Message);
        }

        await using (var site = Production(folder))
        {
            Assert.Equal(0, await TownCommand.RunAsync(site, TownCommand.Migrate, null, TextWriter.Null, TextWriter.Null));
            await site.StartAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task The_first_officer_is_named_on_the_command_line()
    {
        using var folder = new TemporaryFolder();
        await using var site = Production(folder);
        await TownCommand.RunAsync(site, TownCommand.Migrate, null, TextWriter.Null, TextWriter.Null);
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<TownUser>>();
        var lou = new TownUser { UserName = "lou" };
        await users.CreateAsync(lou, "voorbeeld-1234");

        Assert.Equal(1, await TownCommand.RunAsync(site, TownCommand.Officer, "nobody", TextWriter.Null, TextWriter.Null));
        Assert.Equal(0, await TownCommand.RunAsync(site, TownCommand.Officer, "lou", TextWriter.Null, TextWriter.Null));

        Assert.True(await users.IsInRoleAsync(lou, "officer"));
    }

    private static Microsoft.AspNetCore.Builder.WebApplication Production(TemporaryFolder folder) => Site.Build(
        ["--environment=Production", "--urls=http://127.0.0.1:0", $"--Eid:PseudonymKey={RunningTown.PseudonymKey}", "--Logging:LogLevel:Default=None", $"--Town:Database={Path.Combine(folder.Path, "town.db")}"]);
}
