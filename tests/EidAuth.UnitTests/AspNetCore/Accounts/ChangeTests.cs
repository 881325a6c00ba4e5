using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using EidAuth.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Kind = EidAuth.AspNetCore.Identity.EidAccountEventKind;
using Outcome = EidAuth.AspNetCore.Identity.AccountOutcome<EidAuth.UnitTests.AspNetCore.Accounts.Person>;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>Creating, linking, logging in and undoing: what stands afterwards, and what a refusal leaves as it was.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class ChangeTests : IAsyncLifetime
{
    private readonly SqliteSite sqlite = new();
    private AccountSite site = null!;

    public async ValueTask InitializeAsync() => site = await sqlite.StartAsync(eid => eid.PseudonymKeyId = "1");

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        sqlite.Dispose();
    }

    [Fact]
    public async Task An_account_is_made_from_the_card_and_the_second_post_finds_it()
    {
        var card = site.Proof('a');
        var made = Done(await site.AskAsync(accounts => accounts.CreateAsync(card, new Person { UserName = "a1", GivenName = "Anna" })));
        Assert.Equal([card.Keys[0]], await site.KeysAsync(made));
        Assert.Null(made.PasswordHash);
        var again = Done(await site.AskAsync(accounts => accounts.CreateAsync(card, new Person { UserName = "a2" })));
        Assert.Equal(made.Id, again.Id);
        Assert.Equal(1, await site.DataAsync(data => data.Users.CountAsync()));
        Assert.Equal([Kind.Created], await site.HistoryAsync(made));
        Assert.Null(Assert.IsType<Outcome.Done>(await site.AskAsync(accounts => accounts.LogInAsync(card))).Previous);
    }

    [Fact]
    public async Task The_site_s_own_rules_for_accounts_hold_and_leave_nothing_behind()
    {
        await site.AddAsync("anna");
        var outcome = Assert.IsType<Outcome.Invalid>(await site.AskAsync(accounts => accounts.CreateAsync(site.Proof('a'), new Person { UserName = "anna" })));
        Assert.Equal("DuplicateUserName", Assert.Single(outcome.Errors).Code);
        Assert.Equal((1, 0, 0), await site.DataAsync(async data => (await data.Users.CountAsync(), await data.UserLogins.CountAsync(), await data.Set<EidAccountEvent>().CountAsync())));
        Done(await site.AskAsync(accounts => accounts.CreateAsync(site.Proof('a'), new Person { UserName = "anna2" })));
    }

    [Fact]
    public async Task Only_a_login_makes_an_account()
    {
        Refused(AccountRefusal.PurposeMismatch, await site.AskAsync(accounts => accounts.CreateAsync(site.Proof('a', ChallengePurpose.StepUp("s")), new Person { UserName = "a" })));
        Refused(AccountRefusal.PurposeMismatch, await site.AskAsync(accounts => accounts.CreateAsync(site.Proof('a', ChallengePurpose.Link("x")), new Person { UserName = "a" })));
        Done(await site.AskAsync(accounts => accounts.CreateAsync(site.Proof('a'), new Person { UserName = "a" })));
    }

    [Fact]
    public async Task A_card_is_linked_and_both_ways_lead_to_one_account()
    {
        var anna = await site.AddAsync("anna");
        var outcome = await LinkAsync('a', anna);
        Assert.Equal(anna.Id, Done(outcome).Id);
        Assert.Equal([site.Proof('a').Keys[0]], await site.KeysAsync(anna));
        Assert.Equal(anna.Id, Done(await site.AskAsync(accounts => accounts.LogInAsync(site.Proof('a')))).Id);
        Assert.Equal([Kind.Linked], await site.HistoryAsync(anna));
        Assert.Equal([("anna@example.be", Kind.Linked, "BelgianEid")], site.Notices.Sent);
    }

    [Fact]
    public async Task Linking_again_changes_and_mails_nothing()
    {
        var anna = await site.AddAsync("anna");
        Done(await LinkAsync('a', anna));
        Done(await LinkAsync('a', anna));
        Assert.Equal([Kind.Linked], await site.HistoryAsync(anna));
        Assert.Single(site.Notices.Sent);
    }

    [Fact]
    public async Task A_link_is_judged_again_by_what_the_database_says_at_the_post()
    {
        var anna = await site.AddAsync("anna");
        var proof = site.Proof('a', ChallengePurpose.Link(anna.Id));
        Assert.IsType<AccountDecision<Person>.ConfirmLink>(await site.AskAsync(accounts => accounts.DecideAsync(proof, anna)));
        await site.AddLinkedAsync("bert", site.Proof('a'));
        Assert.Equal("bert", Refused(AccountRefusal.LinkedElsewhere, await site.AskAsync(accounts => accounts.LinkAsync(proof, anna, true))).Other!.UserName);
        Assert.Empty(await site.KeysAsync(anna));
        Assert.Empty(site.Notices.Sent);
    }

    [Fact]
    public async Task Names_that_differ_need_a_confirmation_of_their_own()
    {
        var anna = await site.AddAsync("anna");
        var proof = site.Proof('b', ChallengePurpose.Link(anna.Id), name: "Bert,Janssens");
        Refused(AccountRefusal.NamesDiffer, await site.AskAsync(accounts => accounts.LinkAsync(proof, anna, nameDifferenceAccepted: false)));
        Assert.Empty(await site.KeysAsync(anna));
        Done(await site.AskAsync(accounts => accounts.LinkAsync(proof, anna, nameDifferenceAccepted: true)));
    }

    [Fact]
    public async Task After_the_password_a_login_links()
    {
        var anna = await site.AddAsync("anna");
        var login = site.Proof('a');
        Done(await site.AskAsync(accounts => accounts.LinkAfterPasswordAsync(login, anna, false)));
        Assert.Equal(anna.Id, Done(await site.AskAsync(accounts => accounts.LogInAsync(login))).Id);
        Assert.Equal(Kind.Linked, Assert.Single(site.Notices.Sent).Kind);
    }

    [Fact]
    public async Task A_link_that_was_undone_is_not_made_again_by_the_proof_that_made_it()
    {
        var anna = await site.AddAsync("anna");
        var proof = site.Proof('a', ChallengePurpose.Link(anna.Id));
        Done(await site.AskAsync(accounts => accounts.LinkAsync(proof, anna, false)));
        site.Clock.Advance(TimeSpan.FromSeconds(20));
        Done(await site.AskAsync(accounts => accounts.UnlinkAsync(anna, AccountSite.Card)));
        Refused(AccountRefusal.LoginExpired, await site.AskAsync(accounts => accounts.LinkAsync(proof, anna, false)));
        Assert.Empty(await site.KeysAsync(anna));
        Done(await LinkAsync('a', anna));
    }

    [Fact]
    public async Task A_login_says_when_the_last_one_was()
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('a'));
        var first = site.Clock.GetUtcNow();
        Assert.Null(await site.AskAsync(accounts => accounts.RecordLogInAsync(anna, "password")));
        site.Clock.Advance(TimeSpan.FromDays(3));
        var outcome = Assert.IsType<Outcome.Done>(await site.AskAsync(accounts => accounts.LogInAsync(site.Proof('a'))));
        Assert.Equal(new LastLogin(first, "password"), outcome.Previous);
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new LastLogin(first.AddDays(3), "BelgianEid"), await site.AskAsync(accounts => accounts.RecordLogInAsync(anna, "password")));
    }

    [Fact]
    public async Task A_login_that_leads_nowhere_is_refused()
    {
        Refused(AccountRefusal.NotLinked, await site.AskAsync(accounts => accounts.LogInAsync(site.Proof('a'))));
        await site.AddLinkedAsync("anna", site.Proof('a'));
        Refused(AccountRefusal.PurposeMismatch, await site.AskAsync(accounts => accounts.LogInAsync(site.Proof('a', ChallengePurpose.StepUp("s1")))));
        Done(await site.AskAsync(accounts => accounts.LogInAsync(site.Proof('a'))));
    }

    [Fact]
    public async Task Whoever_gets_the_national_number_leaves_a_line_and_never_the_number()
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('a'));
        Done(await site.AskAsync(accounts => accounts.LogInAsync(site.Proof('a'))));
        Assert.Empty(await site.HistoryAsync(anna));
        Done(await site.AskAsync(accounts => accounts.LogInAsync(site.Proof('a', number: true))));
        Assert.Equal([Kind.NationalNumberReleased], await site.HistoryAsync(anna));
        Assert.DoesNotContain("85073000000", site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_logged_names_nobody()
    {
        var anna = await site.AddAsync("anna");
        Done(await LinkAsync('a', anna));
        await site.AddLinkedAsync("bert", site.Proof('b'));
        Refused(AccountRefusal.LinkedElsewhere, await LinkAsync('b', anna));
        Assert.Contains("Linked", Assert.Single(site.Log.Of(3105)).Text, StringComparison.Ordinal);
        Assert.Contains("linked_elsewhere", Assert.Single(site.Log.Of(3106)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(AccountSite.Subject('a', "1"), site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Peeters", site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(anna.Id, site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_fails_undoes_nothing_and_is_logged_without_its_words()
    {
        var anna = await site.AddAsync("anna");
        site.Notices.Fails = true;
        Done(await LinkAsync('a', anna));
        Assert.Single(await site.KeysAsync(anna));
        Assert.Contains("IOException", Assert.Single(site.Log.Of(3107)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("no mail for", site.Log.Text, StringComparison.Ordinal);
    }

    private Task<Outcome> LinkAsync(char who, Person person) =>
        site.AskAsync(accounts => accounts.LinkAsync(site.Proof(who, ChallengePurpose.Link(person.Id)), person, nameDifferenceAccepted: false));

    private static Person Done(Outcome outcome) => Assert.IsType<Outcome.Done>(outcome).User;

    private static Outcome.Refused Refused(AccountRefusal reason, Outcome outcome)
    {
        var refused = Assert.IsType<Outcome.Refused>(outcome);
        Assert.Equal(reason, refused.Reason);
        return refused;
    }
}
