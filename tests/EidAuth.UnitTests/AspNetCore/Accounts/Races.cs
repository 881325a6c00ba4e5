using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Kind = EidAuth.AspNetCore.Identity.EidAccountEventKind;
using Outcome = EidAuth.AspNetCore.Identity.AccountOutcome<EidAuth.UnitTests.AspNetCore.Accounts.Person>;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>Several people at one moment, each with a request, a scope and a connection of their own. What must hold whoever is first, on any database.</summary>
internal static class Races
{
    private const int Many = 6;

    /// <summary>One card, several accounts: one gets it, the others are told where it went.</summary>
    public static async Task OneCardToManyAccountsAsync(AccountSite site)
    {
        var people = await ManyAsync(i => site.AddAsync($"p{i}"));
        var outcomes = await AtOnceAsync(i => site.AskAsync(accounts => accounts.LinkAsync(site.Proof('a', ChallengePurpose.Link(people[i].Id)), people[i], false)));
        var winner = Assert.Single(outcomes.OfType<Outcome.Done>()).User;
        Assert.All(outcomes.OfType<Outcome.Refused>(), refused =>
        {
            Assert.Equal(AccountRefusal.LinkedElsewhere, refused.Settled ?? refused.Reason);
            Assert.Equal(winner.Id, refused.Other!.Id);
        });
        Assert.Equal(winner.Id, await site.DataAsync(data => data.UserLogins.Select(link => link.UserId).SingleAsync()));
        Assert.Equal(winner.Email, Assert.Single(site.Notices.Sent).To);
        Assert.Equal(1, await site.DataAsync(data => data.Set<EidAccountEvent>().CountAsync()));
    }

    /// <summary>One account, several cards: one is linked, the others are told so.</summary>
    public static async Task ManyCardsToOneAccountAsync(AccountSite site)
    {
        var anna = await site.AddAsync("anna");
        var outcomes = await AtOnceAsync(i => site.AskAsync(accounts => accounts.LinkAsync(site.Proof((char)('a' + i), ChallengePurpose.Link(anna.Id)), anna, false)));
        Assert.Single(outcomes.OfType<Outcome.Done>());
        Assert.All(outcomes.OfType<Outcome.Refused>(), refused => Assert.Equal(AccountRefusal.AccountHasAnotherCard, refused.Settled ?? refused.Reason));
        Assert.Single(await site.KeysAsync(anna));
        Assert.Equal([Kind.Linked], await site.HistoryAsync(anna));
    }

    /// <summary>The same link posted several times is one link, and nobody is refused.</summary>
    public static async Task OneLinkPostedOftenAsync(AccountSite site)
    {
        var anna = await site.AddAsync("anna");
        var outcomes = await AtOnceAsync(_ => site.AskAsync(accounts => accounts.LinkAsync(site.Proof('a', ChallengePurpose.Link(anna.Id)), anna, false)));
        Assert.All(outcomes, outcome => Assert.IsType<Outcome.Done>(outcome));
        Assert.Single(await site.KeysAsync(anna));
        Assert.Single(site.Notices.Sent);
    }

    /// <summary>One new card makes one account, and everybody is in it.</summary>
    public static async Task OneCardMakesOneAccountAsync(AccountSite site)
    {
        var outcomes = await AtOnceAsync(i => site.AskAsync(accounts => accounts.CreateAsync(site.Proof('a'), new Person { UserName = $"new{i}", Email = $"new{i}@example.be" })));
        var made = await site.DataAsync(data => data.Users.SingleAsync());
        Assert.All(outcomes, outcome => Assert.Equal(made.Id, Assert.IsType<Outcome.Done>(outcome).User.Id));
        Assert.Equal([Kind.Created], await site.HistoryAsync(made));
    }

    /// <summary>Logins under an older key at one moment: all are in, the link moved once.</summary>
    public static async Task ManyLoginsMoveOneLinkAsync(AccountSite site)
    {
        var proof = site.Proof('a', keys: ["2", "1"]);
        var anna = await site.AddAsync("anna");
        await site.LinkDirectlyAsync(anna, AccountSite.Card, proof.Keys[1]);
        var outcomes = await AtOnceAsync(_ => site.AskAsync(accounts => accounts.LogInAsync(site.Proof('a', keys: ["2", "1"]))));
        Assert.All(outcomes, outcome => Assert.Equal(anna.Id, Assert.IsType<Outcome.Done>(outcome).User.Id));
        Assert.Equal([proof.Keys[0]], await site.KeysAsync(anna));
        Assert.Equal([Kind.KeyMoved], await site.HistoryAsync(anna));
    }

    /// <summary>Two links and no password, both undone at once: one stays.</summary>
    public static async Task TwoUnlinksLeaveAWayInAsync(AccountSite site)
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('a'), password: false);
        await site.LinkDirectlyAsync(anna, AccountSite.Other, "gate-7");
        var outcomes = await AtOnceAsync(i => site.AskAsync(accounts => accounts.UnlinkAsync(anna, i % 2 == 0 ? AccountSite.Card : AccountSite.Other)));
        Assert.Single(outcomes.OfType<Outcome.Done>());
        Assert.All(outcomes.OfType<Outcome.Refused>(), refused => Assert.Contains(refused.Reason, (AccountRefusal[])[AccountRefusal.LastWayIn, AccountRefusal.NotLinked]));
        Assert.Equal(1, await site.DataAsync(data => data.UserLogins.CountAsync()));
    }

    /// <summary>One code, several new cards: one takes it.</summary>
    public static async Task OneCodeIsUsedOnceAsync(AccountSite site)
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('z'), password: false);
        var code = await site.AskAsync(accounts => accounts.IssueRelinkCodeAsync(anna, "officer-1"));
        var outcomes = await AtOnceAsync(i => site.AskAsync(accounts => accounts.RelinkAsync(site.Proof((char)('a' + i)), code.Text)));
        Assert.Single(outcomes.OfType<Outcome.Done>());
        Assert.All(outcomes.OfType<Outcome.Refused>(), refused => Assert.Equal(AccountRefusal.CodeUsed, refused.Reason));
        Assert.NotEqual(site.Proof('z').Keys[0], Assert.Single(await site.KeysAsync(anna)));
        Assert.Equal([Kind.RelinkCodeIssued, Kind.Relinked], await site.HistoryAsync(anna));
    }

    /// <summary>Wrong codes at one moment are counted one by one.</summary>
    public static async Task WrongCodesAreCountedAsync(AccountSite site)
    {
        var anna = await site.AddLinkedAsync("anna", site.Proof('z'), password: false);
        var code = (await site.AskAsync(accounts => accounts.IssueRelinkCodeAsync(anna, "officer-1"))).Text;
        var mistyped = code[..^1] + (code[^1] == '2' ? '3' : '2');
        var outcomes = await AtOnceAsync(i => site.AskAsync(accounts => accounts.RelinkAsync(site.Proof((char)('a' + i)), mistyped)));
        var reasons = outcomes.Select(outcome => Assert.IsType<Outcome.Refused>(outcome).Reason).ToList();
        Assert.Equal((4, 2), (reasons.Count(reason => reason == AccountRefusal.CodeWrong), reasons.Count(reason => reason == AccountRefusal.CodeExpired)));
        Assert.Equal(AccountRefusal.CodeExpired, Assert.IsType<Outcome.Refused>(await site.AskAsync(accounts => accounts.RelinkAsync(site.Proof('n'), code))).Reason);
    }

    private static async Task<List<T>> ManyAsync<T>(Func<int, Task<T>> make)
    {
        var made = new List<T>();
        for (var i = 0; i < Many; i++)
        {
            made.Add(await make(i));
        }

        return made;
    }

    private static Task<T[]> AtOnceAsync<T>(Func<int, Task<T>> work)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tasks = Enumerable.Range(0, Many).Select(i => Task.Run(async () =>
        {
            await start.Task;
            return await work(i);
        })).ToArray();
        start.SetResult();
        return Task.WhenAll(tasks);
    }
}
