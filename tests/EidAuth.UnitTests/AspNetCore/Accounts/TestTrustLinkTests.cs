using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;
using Outcome = EidAuth.AspNetCore.Identity.AccountOutcome<EidAuth.UnitTests.AspNetCore.Accounts.Person>;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>Anybody can make a test card of anybody's number: what test cards linked and what real cards linked never meet.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class TestTrustLinkTests : IDisposable
{
    private readonly SqliteSite sqlite = new();
    private readonly ManualTimeProvider clock = new();

    public void Dispose() => sqlite.Dispose();

    [Fact]
    public async Task A_link_of_a_test_card_is_none_for_the_real_card_of_the_same_person()
    {
        Person anna;
        await using (var developing = await StartAsync(testTrust: true))
        {
            anna = await developing.AddAsync("anna");
            var link = developing.Proof('a', ChallengePurpose.Link(anna.Id), test: true);
            Assert.IsType<Outcome.Done>(await developing.AskAsync(accounts => accounts.LinkAsync(link, anna, false)));
            Assert.IsType<Outcome.Done>(await developing.AskAsync(accounts => accounts.LogInAsync(developing.Proof('a', test: true))));
            Assert.True(Assert.Single(await developing.AskAsync(accounts => accounts.LinksAsync(anna))).TestTrust);
            Assert.Empty(developing.Log.Of(3103));
        }

        await using var real = await StartAsync(testTrust: false);
        Assert.IsType<AccountDecision<Person>.NobodyYet>(await real.AskAsync(accounts => accounts.DecideAsync(real.Proof('a'), null)));
        Assert.Contains("1 accounts", Assert.Single(real.Log.Of(3103)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_link_is_none_for_a_test_card_of_the_same_person()
    {
        await using var developing = await StartAsync(testTrust: true);
        await developing.AddLinkedAsync("anna", developing.Proof('a', test: false));
        Assert.IsType<AccountDecision<Person>.NobodyYet>(await developing.AskAsync(accounts => accounts.DecideAsync(developing.Proof('a', test: true), null)));
        Assert.IsType<AccountDecision<Person>.LogIn>(await developing.AskAsync(accounts => accounts.DecideAsync(developing.Proof('a', test: false), null)));
    }

    [Fact]
    public async Task A_proof_of_a_test_card_ends_with_test_trust()
    {
        await using (var developing = await StartAsync(testTrust: true))
        {
            await developing.AddLinkedAsync("anna", developing.Proof('a', test: true));
            Assert.IsType<Outcome.Done>(await developing.AskAsync(accounts => accounts.LogInAsync(developing.Proof('a', test: true))));
        }

        await using var real = await StartAsync(testTrust: false);
        var outcome = await real.AskAsync(accounts => accounts.LogInAsync(real.Proof('a', test: true)));
        Assert.Equal(AccountRefusal.TestTrust, Assert.IsType<Outcome.Refused>(outcome).Reason);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task A_link_of_a_test_card_is_a_way_in_only_with_test_trust(bool testTrust, bool undone)
    {
        await using var site = await StartAsync(testTrust);
        var anna = await site.AddLinkedAsync("anna", site.Proof('a', test: true), password: false);
        await site.LinkDirectlyAsync(anna, AccountSite.Other, "gate-7");
        Assert.Equal(undone, await site.AskAsync(accounts => accounts.UnlinkAsync(anna, AccountSite.Other)) is Outcome.Done);
    }

    private Task<AccountSite> StartAsync(bool testTrust) => sqlite.StartAsync(
        options =>
        {
            if (testTrust)
            {
                options.Trust.UseTestAnchors(SharedPki.Open(clock).AnchorsFolder);
            }
        },
        clock: clock);
}
