using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using EidAuth.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Outcome = EidAuth.AspNetCore.Identity.AccountOutcome<EidAuth.UnitTests.AspNetCore.Accounts.Person>;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>Pseudonym keys change; the accounts move with their people's next logins, and no key leaves before its last account.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class KeyMoveTests : IDisposable
{
    private readonly SqliteSite sqlite = new();

    public void Dispose() => sqlite.Dispose();

    [Fact]
    public async Task A_login_under_an_older_key_moves_the_link_and_logs_in()
    {
        await using var site = await sqlite.StartAsync();
        var proof = site.Proof('a', keys: ["2", "1"]);
        var anna = await site.AddAsync("anna");
        await site.LinkDirectlyAsync(anna, AccountSite.Card, proof.Keys[1]);
        Assert.Equal(anna.Id, Assert.IsType<Outcome.Done>(await site.AskAsync(accounts => accounts.LogInAsync(proof))).User.Id);
        Assert.Equal([proof.Keys[0]], await site.KeysAsync(anna));
        Assert.Equal(anna.Id, Assert.IsType<Outcome.Done>(await site.AskAsync(accounts => accounts.LogInAsync(proof))).User.Id);
        Assert.Equal([EidAccountEventKind.KeyMoved], await site.HistoryAsync(anna));
        Assert.Equal("eID", await site.DataAsync(data => data.UserLogins.Select(link => link.ProviderDisplayName).SingleAsync()));
    }

    [Fact]
    public async Task Looking_moves_nothing()
    {
        await using var site = await sqlite.StartAsync();
        var proof = site.Proof('a', keys: ["2", "1"]);
        var anna = await site.AddAsync("anna");
        await site.LinkDirectlyAsync(anna, AccountSite.Card, proof.Keys[1]);
        Assert.IsType<AccountDecision<Person>.LogIn>(await site.AskAsync(accounts => accounts.DecideAsync(proof, null)));
        Assert.Equal([proof.Keys[1]], await site.KeysAsync(anna));
    }

    [Fact]
    public async Task Who_is_linked_under_an_older_key_gets_no_second_account()
    {
        await using var site = await sqlite.StartAsync();
        var proof = site.Proof('a', keys: ["2", "1"]);
        var anna = await site.AddAsync("anna");
        await site.LinkDirectlyAsync(anna, AccountSite.Card, proof.Keys[1]);
        Assert.Equal(anna.Id, Assert.IsType<Outcome.Done>(await site.AskAsync(accounts => accounts.CreateAsync(proof, new Person { UserName = "new" }))).User.Id);
        var bert = await site.AddAsync("bert");
        var link = site.Proof('a', ChallengePurpose.Link(bert.Id), ["2", "1"]);
        Assert.Equal(AccountRefusal.LinkedElsewhere, Assert.IsType<Outcome.Refused>(await site.AskAsync(accounts => accounts.LinkAsync(link, bert, true))).Reason);
    }

    [Fact]
    public async Task A_login_whose_account_was_closed_moves_nothing()
    {
        await using var site = await sqlite.StartAsync();
        var proof = site.Proof('a', keys: ["2", "1"]);
        var anna = await site.AddAsync("anna", with: person => person.IsDisabled = true);
        await site.LinkDirectlyAsync(anna, AccountSite.Card, proof.Keys[1]);
        Assert.Equal(AccountRefusal.AccountDisabled, Assert.IsType<Outcome.Refused>(await site.AskAsync(accounts => accounts.LogInAsync(proof))).Reason);
        Assert.Equal([proof.Keys[1]], await site.KeysAsync(anna));
    }

    [Fact]
    public async Task A_site_without_a_key_that_accounts_are_linked_under_does_not_start()
    {
        await using (var site = await sqlite.StartAsync())
        {
            await site.LinkDirectlyAsync(await site.AddAsync("anna"), AccountSite.Card, site.Proof('a', keys: ["2024"]).Keys[0]);
            await site.LinkDirectlyAsync(await site.AddAsync("bert"), AccountSite.Card, site.Proof('b', keys: ["2024"]).Keys[0]);
            await site.LinkDirectlyAsync(await site.AddAsync("carl"), AccountSite.Card, site.Proof('c', keys: ["2023"], test: true).Keys[0]);
            await site.LinkDirectlyAsync(await site.AddAsync("dora"), AccountSite.Card, site.Proof('d', keys: ["2026"]).Keys[0]);
            await site.LinkDirectlyAsync(await site.AddAsync("emil"), AccountSite.Other, "gate-7");
        }

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => sqlite.StartAsync(Keys("2026")));
        Assert.Contains("\"2023\" (1 accounts), \"2024\" (2 accounts).", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Put these keys back behind the newest", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("2026", exception.Message, StringComparison.Ordinal);

        await using var complete = await sqlite.StartAsync(Keys("2026", "2024", "2023", "2022"));
        Assert.Contains("1 accounts are linked under the newest pseudonym key 2026", Assert.Single(complete.Log.Of(3101)).Text, StringComparison.Ordinal);
        Assert.Equal(
            [("2024", "2 accounts"), ("2023", "1 accounts"), ("2022", "0 accounts")],
            complete.Log.Of(3102).Select(line => (line.Text.Split("key ")[1][..4], line.Text.Split(": ")[1].Split(" are")[0])));
    }

    private static Action<BelgianEidOptions> Keys(params string[] ids) => options =>
    {
        options.PseudonymKey = null;
        foreach (var id in ids)
        {
            options.PseudonymKeys.Add(new BelgianEidPseudonymKey { Id = id, Key = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(id))) });
        }
    };
}
