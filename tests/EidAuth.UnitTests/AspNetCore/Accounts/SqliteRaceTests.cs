using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>The races of <see cref="Races"/> over one SQLite file.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class SqliteRaceTests : IDisposable
{
    private readonly SqliteSite sqlite = new();

    public void Dispose() => sqlite.Dispose();

    [Fact]
    public Task Of_accounts_that_link_one_card_one_gets_it() => RunAsync(Races.OneCardToManyAccountsAsync);

    [Fact]
    public Task Of_cards_that_are_linked_to_one_account_one_is() => RunAsync(Races.ManyCardsToOneAccountAsync);

    [Fact]
    public Task A_link_posted_often_is_one_link() => RunAsync(Races.OneLinkPostedOftenAsync);

    [Fact]
    public Task A_card_makes_one_account() => RunAsync(Races.OneCardMakesOneAccountAsync);

    [Fact]
    public Task Logins_under_an_older_key_are_all_in_and_move_the_link_once() => RunAsync(Races.ManyLoginsMoveOneLinkAsync);

    [Fact]
    public Task Undone_at_once_one_way_in_stays() => RunAsync(Races.TwoUnlinksLeaveAWayInAsync);

    [Fact]
    public Task A_code_is_used_once() => RunAsync(Races.OneCodeIsUsedOnceAsync);

    [Fact]
    public Task Wrong_codes_are_counted() => RunAsync(Races.WrongCodesAreCountedAsync);

    private async Task RunAsync(Func<AccountSite, Task> race)
    {
        await using var site = await sqlite.StartAsync();
        await race(site);
    }
}
