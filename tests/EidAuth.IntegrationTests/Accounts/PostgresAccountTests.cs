using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using EidAuth.Testing;
using EidAuth.UnitTests.AspNetCore.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;
using Outcome = EidAuth.AspNetCore.Identity.AccountOutcome<EidAuth.UnitTests.AspNetCore.Accounts.Person>;

namespace EidAuth.IntegrationTests.Accounts;

/// <summary>Account linking over a real PostgreSQL server, where two transactions do run at once: each race ends as over SQLite.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class PostgresAccountTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static TheoryData<bool> Strategies => [false, true];

    [Theory, MemberData(nameof(Strategies))]
    public Task Of_accounts_that_link_one_card_one_gets_it(bool retrying) => RunAsync(Races.OneCardToManyAccountsAsync, retrying);

    [Theory, MemberData(nameof(Strategies))]
    public Task Of_cards_that_are_linked_to_one_account_one_is(bool retrying) => RunAsync(Races.ManyCardsToOneAccountAsync, retrying);

    [Fact]
    public Task A_link_posted_often_is_one_link() => RunAsync(Races.OneLinkPostedOftenAsync);

    [Theory, MemberData(nameof(Strategies))]
    public Task A_card_makes_one_account(bool retrying) => RunAsync(Races.OneCardMakesOneAccountAsync, retrying);

    [Theory, MemberData(nameof(Strategies))]
    public Task Logins_under_an_older_key_are_all_in_and_move_the_link_once(bool retrying) => RunAsync(Races.ManyLoginsMoveOneLinkAsync, retrying);

    [Fact]
    public Task Undone_at_once_one_way_in_stays() => RunAsync(Races.TwoUnlinksLeaveAWayInAsync);

    [Fact]
    public Task A_code_is_used_once() => RunAsync(Races.OneCodeIsUsedOnceAsync);

    [Fact]
    public Task Wrong_codes_are_counted() => RunAsync(Races.WrongCodesAreCountedAsync);

    [Fact]
    public Task Who_comes_second_with_a_card_is_told_that_the_race_is_lost_and_where_the_card_is() => RunAsync(async site =>
    {
        var (anna, bert) = (await site.AddAsync("anna"), await site.AddAsync("bert"));
        await using var first = await HeldAsync(site, anna, site.Proof('a').Keys[0]);
        var second = site.AskAsync(accounts => accounts.LinkAsync(site.Proof('a', ChallengePurpose.Link(bert.Id)), bert, false));
        await WaitsAsync(site);
        await first.Transaction.CommitAsync(TestContext.Current.CancellationToken);
        var refused = Assert.IsType<Outcome.Refused>(await second.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal((AccountRefusal.LostRace, AccountRefusal.LinkedElsewhere, anna.Id), (refused.Reason, refused.Settled, refused.Other!.Id));
        Assert.Empty(await site.KeysAsync(bert));
        Assert.Empty(await site.HistoryAsync(bert));
    });

    [Fact]
    public Task Who_comes_second_wins_when_the_first_gives_up() => RunAsync(async site =>
    {
        var (anna, bert) = (await site.AddAsync("anna"), await site.AddAsync("bert"));
        await using var first = await HeldAsync(site, anna, site.Proof('a').Keys[0]);
        var second = site.AskAsync(accounts => accounts.LinkAsync(site.Proof('a', ChallengePurpose.Link(bert.Id)), bert, false));
        await WaitsAsync(site);
        await first.Transaction.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.IsType<Outcome.Done>(await second.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Empty(await site.KeysAsync(anna));
    });

    [Fact]
    public Task Who_comes_second_with_another_card_is_told_that_the_race_is_lost_too() => RunAsync(async site =>
    {
        var anna = await site.AddAsync("anna");
        await using var first = await HeldAsync(site, anna, site.Proof('a').Keys[0]);
        var second = site.AskAsync(accounts => accounts.LinkAsync(site.Proof('b', ChallengePurpose.Link(anna.Id)), anna, false));
        await WaitsAsync(site);
        await first.Transaction.CommitAsync(TestContext.Current.CancellationToken);
        var refused = Assert.IsType<Outcome.Refused>(await second.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal((AccountRefusal.LostRace, AccountRefusal.AccountHasAnotherCard), (refused.Reason, refused.Settled));
    });

    [Fact]
    public Task A_login_whose_link_is_undone_while_it_moves_is_not_let_in() => RunAsync(async site =>
    {
        var proof = site.Proof('a', keys: ["2", "1"]);
        var anna = await site.AddAsync("anna");
        await site.LinkDirectlyAsync(anna, AccountSite.Card, proof.Keys[1]);
        await using var undoing = await UndoneAsync(site, anna);
        var login = site.AskAsync(accounts => accounts.LogInAsync(proof));
        await WaitsAsync(site);
        await undoing.Transaction.CommitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(AccountRefusal.NotLinked, Assert.IsType<Outcome.Refused>(await login.WaitAsync(Patience, TestContext.Current.CancellationToken)).Reason);
        Assert.Empty(await site.KeysAsync(anna));
        Assert.Empty(await site.HistoryAsync(anna));
    });

    [Fact]
    public async Task A_site_without_a_key_that_accounts_are_linked_under_does_not_start()
    {
        var database = server.NewDatabase();
        await using (var site = await StartAsync(database))
        {
            await site.LinkDirectlyAsync(await site.AddAsync("anna"), AccountSite.Card, site.Proof('a', keys: ["2024"]).Keys[0]);
        }

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(database));
        Assert.Contains("\"2024\" (1 accounts).", exception.Message, StringComparison.Ordinal);
        await using var other = await StartAsync(database, eid => eid.PseudonymKeyId = "2024");
        Assert.Contains("1 accounts", Assert.Single(other.Log.Of(3101)).Text, StringComparison.Ordinal);
    }

    private static Task<AccountSite> StartAsync(string database, Action<BelgianEidOptions>? eid = null, bool retrying = false) => AccountSite.StartAsync(
        options => options.UseNpgsql(database, npgsql =>
        {
            if (retrying)
            {
                npgsql.EnableRetryOnFailure();
            }
        }),
        eid);

    private async Task RunAsync(Func<AccountSite, Task> race, bool retrying = false)
    {
        await using var site = await StartAsync(server.NewDatabase(), retrying: retrying);
        await race(site);
    }

    // Somebody else's transaction, as far as it goes before its commit.
    private static Task<OpenTransaction> HeldAsync(AccountSite site, Person person, string key) => OpenTransaction.BeginAsync(
        site, $"""INSERT INTO "AspNetUserLogins" ("LoginProvider", "ProviderKey", "UserId") VALUES ('{AccountSite.Card}', '{key}', '{person.Id}')""");

    private static Task<OpenTransaction> UndoneAsync(AccountSite site, Person person) =>
        OpenTransaction.BeginAsync(site, $"""DELETE FROM "AspNetUserLogins" WHERE "UserId" = '{person.Id}'""");

    // Until the server itself says that one transaction waits for the other.
    private static async Task WaitsAsync(AccountSite site)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await site.DataAsync(data => data.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM pg_locks WHERE NOT granted").SingleAsync()) == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }
}
