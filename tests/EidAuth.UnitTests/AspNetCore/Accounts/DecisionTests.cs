using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using EidAuth.Testing;
using Xunit;
using Decision = EidAuth.AspNetCore.Identity.AccountDecision<EidAuth.UnitTests.AspNetCore.Accounts.Person>;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>What a proven login comes to, each refusal beside the same case without its cause.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class DecisionTests : IAsyncLifetime
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
    public async Task Nobody_knows_a_new_card() => Assert.IsType<Decision.NobodyYet>(await DecideAsync(site.Proof('a')));

    [Fact]
    public async Task A_linked_card_logs_in()
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('a'));
        Assert.Equal(anna.Id, Assert.IsType<Decision.LogIn>(await DecideAsync(site.Proof('a'))).User.Id);
        Assert.IsType<Decision.NobodyYet>(await DecideAsync(site.Proof('b')));
    }

    [Fact]
    public async Task Whoever_is_logged_in_the_card_s_own_account_is_the_one_it_logs_in_to()
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('a'));
        var bert = await site.AddAsync("bert");
        Assert.Equal(anna.Id, Assert.IsType<Decision.LogIn>(await DecideAsync(site.Proof('a'), bert)).User.Id);
    }

    [Theory]
    [InlineData(false, 0, "LogIn")]
    [InlineData(false, 10, "LogIn")]
    [InlineData(false, 400 * 24 * 60, "account_disabled")]
    [InlineData(true, 0, "account_disabled")]
    public async Task A_closed_account_takes_no_card_but_wrong_passwords_do_not_lock_it_out(bool disabled, int lockedMinutes, string expected)
    {
        var anna = await site.AddAsync("anna", with: person =>
        {
            person.IsDisabled = disabled;
            person.LockoutEnd = lockedMinutes == 0 ? null : site.Clock.GetUtcNow().AddMinutes(lockedMinutes);
        });
        var card = site.Proof('a');
        await site.LinkDirectlyAsync(anna, AccountSite.Card, card.Keys[0]);
        Assert.Equal(expected, Word(await DecideAsync(card)));
    }

    [Fact]
    public async Task A_closed_account_is_not_linked()
    {
        var open = await site.AddAsync("open");
        var closed = await site.AddAsync("closed", with: person => person.IsDisabled = true);
        Assert.Equal("account_disabled", Word(await DecideAsync(site.Proof('a', ChallengePurpose.Link(closed.Id)), closed)));
        Assert.Equal("ConfirmLink", Word(await DecideAsync(site.Proof('a', ChallengePurpose.Link(open.Id)), open)));
    }

    [Fact]
    public async Task A_link_is_for_the_account_it_was_begun_for()
    {
        var anna = await site.AddAsync("anna");
        var bert = await site.AddAsync("bert");
        var proof = site.Proof('a', ChallengePurpose.Link(anna.Id));
        Assert.Equal("account_changed", Word(await DecideAsync(proof, bert)));
        Assert.Equal("account_changed", Word(await DecideAsync(proof, null)));
        Assert.Equal(anna.Id, Assert.IsType<Decision.ConfirmLink>(await DecideAsync(proof, anna)).User.Id);
    }

    [Fact]
    public async Task A_card_of_another_account_is_linked_elsewhere_and_says_where_since_both_are_proven()
    {
        var anna = await site.AddAsync("anna");
        var bert = await site.AddLinkedAsync("bert", site.Proof('b'));
        var decision = Assert.IsType<Decision.Refused>(await DecideAsync(site.Proof('b', ChallengePurpose.Link(anna.Id)), anna));
        Assert.Equal(AccountRefusal.LinkedElsewhere, decision.Reason);
        Assert.Equal(bert.Id, decision.Other!.Id);
        Assert.Equal("ConfirmLink", Word(await DecideAsync(site.Proof('c', ChallengePurpose.Link(anna.Id)), anna)));
    }

    [Fact]
    public async Task An_account_has_one_card()
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('a'));
        Assert.Equal("account_has_another_card", Word(await DecideAsync(site.Proof('b', ChallengePurpose.Link(anna.Id)), anna)));
        Assert.Equal("AlreadyLinkedHere", Word(await DecideAsync(site.Proof('a', ChallengePurpose.Link(anna.Id)), anna)));
    }

    [Theory]
    [InlineData("Anna,Peeters", false)]
    [InlineData("Bert,Janssens", true)]
    public async Task Names_that_differ_are_said(string card, bool differ)
    {
        var anna = await site.AddAsync("anna");
        Assert.Equal(differ, Assert.IsType<Decision.ConfirmLink>(await DecideAsync(site.Proof('a', ChallengePurpose.Link(anna.Id), name: card), anna)).NamesDiffer);
    }

    [Theory]
    [InlineData(599, "ConfirmLink")]
    [InlineData(600, "login_expired")]
    public async Task A_proof_ends_with_its_lifetime(int seconds, string expected)
    {
        var anna = await site.AddAsync("anna");
        var proof = site.Proof('a', ChallengePurpose.Link(anna.Id));
        site.Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(expected, Word(await DecideAsync(proof, anna)));
    }

    [Fact]
    public async Task A_step_up_is_for_the_session_it_was_begun_in_and_for_its_own_person()
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('a'));
        var bert = await site.AddLinkedAsync("bert", site.Proof('b'));
        var proof = site.Proof('a', ChallengePurpose.StepUp("s1"));
        Assert.Equal(anna.Id, Assert.IsType<Decision.StepUp>(await DecideAsync(proof, anna, "s1")).User.Id);
        Assert.Equal("account_changed", Word(await DecideAsync(proof, anna, "s2")));
        Assert.Equal("account_changed", Word(await DecideAsync(proof, anna)));
        Assert.Equal("account_changed", Word(await DecideAsync(proof, null, "s1")));
        Assert.Equal("another_person", Word(await DecideAsync(proof, bert, "s1")));
        Assert.Equal("another_person", Word(await DecideAsync(site.Proof('c', ChallengePurpose.StepUp("s1")), anna, "s1")));
    }

    [Fact]
    public async Task A_login_links_after_a_password_and_by_no_other_road()
    {
        var anna = await site.AddAsync("anna");
        var login = site.Proof('a');
        Assert.Equal("ConfirmLink", Word(await site.AskAsync(accounts => accounts.DecideAfterPasswordAsync(login, anna))));
        Assert.Equal("NobodyYet", Word(await DecideAsync(login, anna)));
        var outcome = Assert.IsType<AccountOutcome<Person>.Refused>(await site.AskAsync(accounts => accounts.LinkAsync(login, anna, true)));
        Assert.Equal(AccountRefusal.PurposeMismatch, outcome.Reason);
        var link = site.Proof('a', ChallengePurpose.Link(anna.Id));
        Assert.Equal("purpose_mismatch", Word(await site.AskAsync(accounts => accounts.DecideAfterPasswordAsync(link, anna))));
    }

    [Fact]
    public async Task A_person_with_two_accounts_under_two_keys_is_sent_to_an_officer()
    {
        var (anna, again) = (await site.AddAsync("anna"), await site.AddAsync("again"));
        var proof = site.Proof('a', keys: ["2", "1"]);
        await site.LinkDirectlyAsync(anna, AccountSite.Card, proof.Keys[1]);
        Assert.Equal("LogIn", Word(await DecideAsync(proof)));
        await site.LinkDirectlyAsync(again, AccountSite.Card, proof.Keys[0]);
        Assert.Equal("two_accounts", Word(await DecideAsync(proof)));
    }

    [Fact]
    public async Task Another_scheme_s_login_is_decided_in_the_same_way()
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('a'));
        Assert.Equal("NobodyYet", Word(await DecideAsync(site.OtherProof())));
        Assert.Equal("ConfirmLink", Word(await DecideAsync(site.OtherProof(purpose: ChallengePurpose.Link(anna.Id)), anna)));
        await site.LinkDirectlyAsync(anna, AccountSite.Other, "gate-7");
        Assert.Equal("LogIn", Word(await DecideAsync(site.OtherProof())));
        Assert.Equal("account_has_another_card", Word(await DecideAsync(site.OtherProof("gate-8", ChallengePurpose.Link(anna.Id)), anna)));
    }

    [Fact]
    public void A_decision_says_nothing_of_its_person() =>
        Assert.Equal("LogIn", new Decision.LogIn(new Person { UserName = "anna", GivenName = "Anna" }).ToString());

    private Task<Decision> DecideAsync(ProvenLogin login, Person? current = null, string? session = null) =>
        site.AskAsync(accounts => accounts.DecideAsync(login, current, session));

    private static string Word(Decision decision) => decision is Decision.Refused refused ? refused.Reason.ToCode() : decision.ToString();
}
