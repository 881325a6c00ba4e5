using EidAuth.AspNetCore.Identity;
using EidAuth.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>A site that cannot link as it should does not start, and says what to write.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class AccountStartTests : IDisposable
{
    private readonly SqliteSite sqlite = new();

    public void Dispose() => sqlite.Dispose();

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    [InlineData(900, true)]
    [InlineData(901, false)]
    public async Task A_proof_lives_one_to_fifteen_minutes(int seconds, bool starts)
    {
        var start = sqlite.StartAsync(accounts: options => options.LoginLifetime = TimeSpan.FromSeconds(seconds));
        if (starts)
        {
            await (await start).DisposeAsync();
        }
        else
        {
            Assert.Contains("between one and fifteen minutes", (await Assert.ThrowsAsync<OptionsValidationException>(() => start)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_rule_about_closed_accounts_cannot_be_taken_away() =>
        Assert.Contains("needs a rule", (await Assert.ThrowsAsync<OptionsValidationException>(() => sqlite.StartAsync(accounts: options => options.IsDisabled = null!))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Without_names_the_log_says_what_is_not_seen()
    {
        await using (var site = await sqlite.StartAsync())
        {
            Assert.Empty(site.Log.Of(3104));
        }

        await using var nameless = await sqlite.StartAsync(accounts: options => options.Names = null);
        Assert.Single(nameless.Log.Of(3104));
        var anna = await nameless.AddAsync("anna");
        var proof = nameless.Proof('a', EidAuth.AspNetCore.ChallengePurpose.Link(anna.Id), name: "Bert,Janssens");
        Assert.IsType<AccountOutcome<Person>.Done>(await nameless.AskAsync(accounts => accounts.LinkAsync(proof, anna, false)));
    }

    [Fact]
    public void The_account_is_the_one_of_this_identity()
    {
        var builder = new ServiceCollection().AddIdentityCore<IdentityUser>();
        Assert.Contains("AddEidAccounts<IdentityUser, PersonContext>()", Assert.Throws<ArgumentException>(() => builder.AddEidAccounts<Person, PersonContext>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_the_tables_says_what_to_call()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => sqlite.StartAsync(services: services =>
        {
            services.AddDbContext<BareContext>(database => database.UseSqlite("Data Source=:memory:"));
            services.AddScoped(provider => new EidAuth.AspNetCore.Identity.Data.AccountContext(provider.GetRequiredService<BareContext>()));
        }));
        Assert.Contains("call builder.AddEidAccounts() in OnModelCreating", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_is_added_to_an_identity_model()
    {
        using var context = new PlainContext();
        Assert.Contains("after base.OnModelCreating", Assert.Throws<InvalidOperationException>(() => context.Model).Message, StringComparison.Ordinal);
    }

    private sealed class BareContext(DbContextOptions<BareContext> options) : IdentityDbContext<Person>(options);

    private sealed class PlainContext() : DbContext(new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options)
    {
        protected override void OnModelCreating(ModelBuilder builder) => builder.AddEidAccounts();
    }
}
