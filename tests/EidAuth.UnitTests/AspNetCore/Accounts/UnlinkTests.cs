using EidAuth.AspNetCore.Identity;
using EidAuth.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Outcome = EidAuth.AspNetCore.Identity.AccountOutcome<EidAuth.UnitTests.AspNetCore.Accounts.Person>;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>A link can be undone, and never the last way in.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class UnlinkTests : IAsyncLifetime
{
    private readonly SqliteSite sqlite = new();
    private AccountSite site = null!;

    public async ValueTask InitializeAsync() => site = await sqlite.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        sqlite.Dispose();
    }

    [Fact]
    public async Task With_a_password_left_the_card_goes_and_other_sessions_end()
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('a'));
        var outcome = Assert.IsType<Outcome.Done>(await UnlinkAsync(anna));
        Assert.NotEqual(anna.SecurityStamp, outcome.User.SecurityStamp);
        Assert.Empty(await site.KeysAsync(anna));
        Assert.Equal([EidAccountEventKind.Unlinked], await site.HistoryAsync(anna));
        Assert.Equal([("anna@example.be", EidAccountEventKind.Unlinked, "BelgianEid")], site.Notices.Sent);
    }

    [Fact]
    public async Task Without_a_password_the_card_stays()
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('a'), password: false);
        Assert.Equal(AccountRefusal.LastWayIn, Assert.IsType<Outcome.Refused>(await UnlinkAsync(anna)).Reason);
        Assert.Single(await site.KeysAsync(anna));
        Assert.Empty(await site.HistoryAsync(anna));
        Assert.Empty(site.Notices.Sent);
        Assert.False(Assert.Single(await LinksAsync(anna)).CanBeUndone);
    }

    [Theory]
    [InlineData(AccountSite.Other, "gate-7", true)]
    [InlineData("Gone", "gone-7", false)]
    [InlineData(AccountSite.Other, "gate-7", true, "by-officer")]
    public async Task Another_link_is_a_way_in_while_the_site_has_its_scheme(string scheme, string key, bool undone, string? officer = null)
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('a'), password: false);
        await site.LinkDirectlyAsync(anna, scheme, key);
        Assert.Equal(undone, (await LinksAsync(anna)).Single(link => link.Scheme == AccountSite.Card).CanBeUndone);
        var outcome = await site.AskAsync(accounts => accounts.UnlinkAsync(anna, AccountSite.Card, officer));
        Assert.Equal(undone, outcome is Outcome.Done);
        if (undone)
        {
            var line = Assert.Single(await site.AskAsync(accounts => accounts.HistoryAsync(anna)));
            Assert.Equal((officer, site.Clock.GetUtcNow()), (line.OfficerId, line.At));
        }
    }

    [Fact]
    public async Task What_is_not_linked_cannot_be_undone()
    {
        var anna = await site.AddAsync("anna");
        Assert.Equal(AccountRefusal.NotLinked, Assert.IsType<Outcome.Refused>(await UnlinkAsync(anna)).Reason);
        await site.DataAsync(data => data.Users.ExecuteDeleteAsync());
        Assert.Equal(AccountRefusal.AccountChanged, Assert.IsType<Outcome.Refused>(await UnlinkAsync(anna)).Reason);
    }

    [Fact]
    public async Task Links_say_since_when()
    {
        var anna = await site.AddAsync("anna");
        await site.AskAsync(accounts => accounts.LinkAsync(site.Proof('a', EidAuth.AspNetCore.ChallengePurpose.Link(anna.Id)), anna, false));
        Assert.Equal(new AccountLink("BelgianEid", "eID", false, site.Clock.GetUtcNow(), true), Assert.Single(await LinksAsync(anna)));
        await site.AskAsync(accounts => accounts.LinkAsync(site.OtherProof(purpose: EidAuth.AspNetCore.ChallengePurpose.Link(anna.Id)), anna, false));
        Assert.Equal("The other gate", (await LinksAsync(anna)).Single(link => link.Scheme == AccountSite.Other).DisplayName);
    }

    private Task<Outcome> UnlinkAsync(Person person) => site.AskAsync(accounts => accounts.UnlinkAsync(person, AccountSite.Card));

    private Task<IReadOnlyList<AccountLink>> LinksAsync(Person person) => site.AskAsync(accounts => accounts.LinksAsync(person));
}
