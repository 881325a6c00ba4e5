using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Decision = EidAuth.AspNetCore.Identity.AccountDecision<EidAuth.UnitTests.AspNetCore.Accounts.Person>;
using Outcome = EidAuth.AspNetCore.Identity.AccountOutcome<EidAuth.UnitTests.AspNetCore.Accounts.Person>;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>The situations of docs/accounts.md, by table and text. Each gives what it comes to and whose history is looked at.</summary>
internal sealed class Situations(AccountSite site)
{
    private static readonly string[] TwoKeys = ["2", "1"];

    public Dictionary<(string Table, string Situation), Func<Task<(string Word, Person? Who)>>> All => new()
    {
        [("Logging in", "a card that nobody has linked")] = () => LogInAsync(null, site.Proof('a')),
        [("Logging in", "a card linked to an account")] = async () => await LogInAsync(await LinkedAsync(site.Proof('a')), site.Proof('a')),
        [("Logging in", "a card linked under an older pseudonym key")] = async () => await LogInAsync(await LinkedAsync(site.Proof('a', keys: ["1"])), site.Proof('a', keys: TwoKeys)),
        [("Logging in", "a card whose login gives the site the national number")] = async () => await LogInAsync(await LinkedAsync(site.Proof('a')), site.Proof('a', number: true)),
        [("Logging in", "a card linked to an account that the site has closed")] = async () => await LogInAsync(await LinkedAsync(site.Proof('a'), Close), site.Proof('a')),
        [("Logging in", "a card linked to an account whose lockout ends in two years")] = async () => await LogInAsync(await LinkedAsync(site.Proof('a'), Lock(730)), site.Proof('a')),
        [("Logging in", "a card linked to an account locked for minutes by wrong passwords")] = async () => await LogInAsync(await LinkedAsync(site.Proof('a'), Lock(0.01)), site.Proof('a')),
        [("Logging in", "a card whose person has two accounts under two keys")] = async () =>
        {
            await LinkedAsync(site.Proof('a', keys: ["2"]), name: "again");
            return await LogInAsync(await LinkedAsync(site.Proof('a', keys: ["1"])), site.Proof('a', keys: TwoKeys));
        },
        [("Logging in", "a test card, at a site that trusts none any more")] = async () => await LogInAsync(await LinkedAsync(site.Proof('a', test: true)), site.Proof('a', test: true)),
        [("Logging in", "a real card, where a test card of the same number is linked")] = async () => await LogInAsync(await LinkedAsync(site.Proof('a', test: true)), site.Proof('a')),
        [("Logging in", "a card proven ten minutes ago")] = async () => await LogInAsync(await LinkedAsync(site.Proof('a')), Old(site.Proof('a'))),
        [("Logging in", "a login of another scheme that is linked")] = async () => await LogInAsync(await LinkedAsync(site.OtherProof()), site.OtherProof()),
        [("Logging in", "a login of another scheme that nobody has linked")] = () => LogInAsync(null, site.OtherProof()),

        [("A new account", "a card that nobody has linked")] = () => CreateAsync(site.Proof('a')),
        [("A new account", "the same, posted twice")] = async () =>
        {
            await CreateAsync(site.Proof('a'));
            return await CreateAsync(site.Proof('a'));
        },
        [("A new account", "a card whose person has an account already")] = async () =>
        {
            var anna = await LinkedAsync(site.Proof('a'));
            var (word, who) = await CreateAsync(site.Proof('a'));
            Assert.Equal(anna.Id, who!.Id);
            return (word, who);
        },
        [("A new account", "a name that another account has")] = async () =>
        {
            var anna = await site.AddAsync("new");
            return ((await CreateAsync(site.Proof('a'))).Word, anna);
        },
        [("A new account", "a card proven for a link")] = () => CreateAsync(site.Proof('a', ChallengePurpose.Link("x"))),

        [("Linking", "card and account are free and the names agree")] = async () => await LinkAsync(await site.AddAsync("anna")),
        [("Linking", "the same, posted twice")] = async () =>
        {
            var anna = await site.AddAsync("anna");
            await LinkAsync(anna);
            return await LinkAsync(anna);
        },
        [("Linking", "the names differ")] = async () => await LinkAsync(await site.AddAsync("anna"), name: "Bert,Janssens"),
        [("Linking", "the names differ and the person confirms both")] = async () => await LinkAsync(await site.AddAsync("anna"), name: "Bert,Janssens", confirmed: true),
        [("Linking", "the account has no names")] = async () => await LinkAsync(await site.AddAsync("anna", with: anna => (anna.GivenName, anna.FamilyName) = (null, ""))),
        [("Linking", "the card is linked to another account")] = async () =>
        {
            await LinkedAsync(site.Proof('a'), name: "bert");
            return await LinkAsync(await site.AddAsync("anna"));
        },
        [("Linking", "the account has another card")] = async () => await LinkAsync(await LinkedAsync(site.Proof('z'))),
        [("Linking", "the account is closed")] = async () => await LinkAsync(await site.AddAsync("anna", with: Close)),
        [("Linking", "another account is logged in than the one it was begun for")] = async () =>
            await LinkAsync(await site.AddAsync("anna"), ChallengePurpose.Link((await site.AddAsync("bert")).Id)),
        [("Linking", "the card was proven for a login")] = async () => await LinkAsync(await site.AddAsync("anna"), ChallengePurpose.Login),
        [("Linking", "the link was undone since the card was proven")] = async () =>
        {
            var anna = await site.AddAsync("anna");
            var proof = site.Proof('a', ChallengePurpose.Link(anna.Id));
            Assert.IsType<Outcome.Done>(await site.AskAsync(accounts => accounts.LinkAsync(proof, anna, false)));
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.IsType<Outcome.Done>(await site.AskAsync(accounts => accounts.UnlinkAsync(anna, AccountSite.Card)));
            return (Word(await site.AskAsync(accounts => accounts.LinkAsync(proof, anna, false))), anna);
        },
        [("Linking", "a login that is nobody's, and the password of an account")] = async () => await LinkAfterPasswordAsync(await site.AddAsync("anna")),
        [("Linking", "the same, but the account has another card")] = async () => await LinkAfterPasswordAsync(await LinkedAsync(site.Proof('z'))),
        [("Linking", "a card proven for a link, and the password of an account")] = async () =>
        {
            var anna = await site.AddAsync("anna");
            return await LinkAfterPasswordAsync(anna, ChallengePurpose.Link(anna.Id));
        },
        [("Linking", "another scheme's login, to an account with a card")] = async () =>
        {
            var anna = await LinkedAsync(site.Proof('a'));
            return (Word(await site.AskAsync(accounts => accounts.LinkAsync(site.OtherProof(purpose: ChallengePurpose.Link(anna.Id)), anna, false))), anna);
        },

        [("Proving again", "one's own card, in the session it was begun in")] = async () => await StepUpAsync(await LinkedAsync(site.Proof('a')), 'a', "s1"),
        [("Proving again", "one's own card, in another session")] = async () => await StepUpAsync(await LinkedAsync(site.Proof('a')), 'a', "s2"),
        [("Proving again", "another person's card")] = async () => await StepUpAsync(await LinkedAsync(site.Proof('a')), 'b', "s1"),
        [("Proving again", "the account was closed meanwhile")] = async () => await StepUpAsync(await LinkedAsync(site.Proof('a'), Close), 'a', "s1"),

        [("Undoing a link", "the account has a password")] = async () => await UnlinkAsync(await LinkedAsync(site.Proof('a'))),
        [("Undoing a link", "the account has another scheme's link")] = async () => await UnlinkAsync(await WithLinkAsync(AccountSite.Other)),
        [("Undoing a link", "the account has nothing else")] = async () => await UnlinkAsync(await site.AddLinkedAsync("anna", site.Proof('a'), password: false)),
        [("Undoing a link", "the other link's scheme is gone from the site")] = async () => await UnlinkAsync(await WithLinkAsync("Gone")),
        [("Undoing a link", "there is no such link")] = async () => await UnlinkAsync(await site.AddAsync("anna")),

        [("A changed national number", "the code, with a new card")] = () => RelinkAsync((code, _) => NewCardAsync(code)),
        [("A changed national number", "the code after four mistyped ones")] = () => RelinkAsync((code, _) => MistypedAsync(code, 4)),
        [("A changed national number", "the code after five mistyped ones")] = () => RelinkAsync((code, _) => MistypedAsync(code, 5)),
        [("A changed national number", "a mistyped code")] = () => RelinkAsync((code, _) => NewCardAsync(Mistyped(code))),
        [("A changed national number", "the code after half an hour")] = () => RelinkAsync((code, _) =>
        {
            site.Clock.Advance(TimeSpan.FromMinutes(30));
            return NewCardAsync(code);
        }),
        [("A changed national number", "the code a second time")] = () => RelinkAsync(async (code, _) =>
        {
            Assert.IsType<Outcome.Done>(await NewCardAsync(code));
            return await NewCardAsync(code, 'm');
        }),
        [("A changed national number", "an earlier code than the latest")] = () => RelinkAsync(async (code, anna) =>
        {
            await site.AskAsync(accounts => accounts.IssueRelinkCodeAsync(anna, "officer-1"));
            return await NewCardAsync(code);
        }),
        [("A changed national number", "the code, with a card of another account")] = () => RelinkAsync(async (code, _) =>
        {
            await LinkedAsync(site.Proof('n'), name: "bert");
            return await NewCardAsync(code);
        }),
        [("A changed national number", "the code, and the account was closed meanwhile")] = () => RelinkAsync(async (code, _) =>
        {
            await site.DataAsync(data => data.Users.ExecuteUpdateAsync(user => user.SetProperty(person => person.IsDisabled, true)));
            return await NewCardAsync(code);
        }),
    };

    private static void Close(Person person) => person.IsDisabled = true;

    private Action<Person> Lock(double days) => person => person.LockoutEnd = site.Clock.GetUtcNow().AddDays(days);

    private ProvenLogin Old(ProvenLogin login)
    {
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        return login;
    }

    private async Task<Person> LinkedAsync(ProvenLogin login, Action<Person>? with = null, string name = "anna")
    {
        var person = await site.AddAsync(name, with: with);
        await site.LinkDirectlyAsync(person, login.Scheme, login.Keys[0]);
        return person;
    }

    private async Task<Person> WithLinkAsync(string scheme)
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('a'), password: false);
        await site.LinkDirectlyAsync(anna, scheme, "other-7");
        return anna;
    }

    // What was decided, the change holds to.
    private async Task<(string Word, Person? Who)> LogInAsync(Person? who, ProvenLogin login)
    {
        var decision = await site.AskAsync(accounts => accounts.DecideAsync(login, null));
        var outcome = Word(await site.AskAsync(accounts => accounts.LogInAsync(login)));
        var word = decision is Decision.Refused refused ? refused.Reason.ToCode() : decision.ToString();
        Assert.Equal(word switch { "LogIn" => "Done", "NobodyYet" => "not_linked", _ => word }, outcome);
        return (word, who);
    }

    private async Task<(string Word, Person? Who)> CreateAsync(ProvenLogin login)
    {
        var outcome = await site.AskAsync(accounts => accounts.CreateAsync(login, new Person { UserName = "new" }));
        return (Word(outcome), (outcome as Outcome.Done)?.User);
    }

    private async Task<(string Word, Person? Who)> LinkAsync(Person who, ChallengePurpose? purpose = null, string name = "Anna,Peeters", bool confirmed = false) =>
        (Word(await site.AskAsync(accounts => accounts.LinkAsync(site.Proof('a', purpose ?? ChallengePurpose.Link(who.Id), name: name), who, confirmed))), who);

    private async Task<(string Word, Person? Who)> LinkAfterPasswordAsync(Person who, ChallengePurpose? purpose = null) =>
        (Word(await site.AskAsync(accounts => accounts.LinkAfterPasswordAsync(site.Proof('a', purpose), who, false))), who);

    private async Task<(string Word, Person? Who)> StepUpAsync(Person who, char card, string session)
    {
        var decision = await site.AskAsync(accounts => accounts.DecideAsync(site.Proof(card, ChallengePurpose.StepUp("s1")), who, session));
        return (decision is Decision.Refused refused ? refused.Reason.ToCode() : decision.ToString(), who);
    }

    private async Task<(string Word, Person? Who)> UnlinkAsync(Person who) => (Word(await site.AskAsync(accounts => accounts.UnlinkAsync(who, AccountSite.Card))), who);

    private async Task<(string Word, Person? Who)> RelinkAsync(Func<string, Person, Task<Outcome>> use)
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('a'), password: false);
        var code = await site.AskAsync(accounts => accounts.IssueRelinkCodeAsync(anna, "officer-1"));
        return (Word(await use(code.Text, anna)), anna);
    }

    private async Task<Outcome> MistypedAsync(string code, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.IsType<Outcome.Refused>(await NewCardAsync(Mistyped(code)));
        }

        return await NewCardAsync(code);
    }

    private Task<Outcome> NewCardAsync(string code, char who = 'n') => site.AskAsync(accounts => accounts.RelinkAsync(site.Proof(who), code));

    private static string Mistyped(string code) => code[..^1] + (code[^1] == '2' ? '3' : '2');

    private static string Word(Outcome outcome) => outcome is Outcome.Refused refused ? refused.Reason.ToCode() : outcome.ToString();
}
