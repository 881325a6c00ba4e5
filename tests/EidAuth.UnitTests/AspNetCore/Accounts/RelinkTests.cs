using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using EidAuth.AspNetCore.Identity.Data;
using EidAuth.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Kind = EidAuth.AspNetCore.Identity.EidAccountEventKind;
using Outcome = EidAuth.AspNetCore.Identity.AccountOutcome<EidAuth.UnitTests.AspNetCore.Accounts.Person>;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>A changed national number is a new subject: an officer's code puts the new card in the old one's place, and nothing else does.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class RelinkTests : IAsyncLifetime
{
    private readonly SqliteSite sqlite = new();
    private AccountSite site = null!;
    private Person anna = null!;

    public async ValueTask InitializeAsync()
    {
        site = await sqlite.StartAsync();
        anna = await site.AddLinkedAsync("anna", site.Proof('a'), password: false);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        sqlite.Dispose();
    }

    [Fact]
    public async Task The_new_card_takes_the_old_one_s_place()
    {
        var code = await IssueAsync();
        Assert.Matches("^[2-9A-HJ-NP-TV-Z]{4}(-[2-9A-HJ-NP-TV-Z]{4}){2}$", code.Text);
        Assert.Equal(site.Clock.GetUtcNow().AddMinutes(30), code.ExpiresAt);
        Assert.DoesNotContain(code.Text, code.ToString(), StringComparison.Ordinal);

        var user = Assert.IsType<Outcome.Done>(await RelinkAsync('n', code.Text)).User;
        Assert.Equal(anna.Id, user.Id);
        Assert.NotEqual(anna.SecurityStamp, user.SecurityStamp);
        Assert.Equal([site.Proof('n').Keys[0]], await site.KeysAsync(anna));
        Assert.IsType<AccountDecision<Person>.NobodyYet>(await site.AskAsync(accounts => accounts.DecideAsync(site.Proof('a'), null)));
        Assert.Equal([Kind.RelinkCodeIssued, Kind.Relinked], await site.HistoryAsync(anna));
        Assert.All(await site.AskAsync(accounts => accounts.HistoryAsync(anna)), line => Assert.Equal("officer-1", line.OfficerId));
        Assert.Equal([Kind.RelinkCodeIssued, Kind.Relinked], site.Notices.Sent.Select(notice => notice.Kind));
    }

    [Fact]
    public async Task A_code_is_read_as_people_write_it()
    {
        var code = await IssueAsync();
        Assert.IsType<Outcome.Done>(await RelinkAsync('n', $" {code.Text.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)} "));
    }

    [Fact]
    public async Task The_database_does_not_hold_the_code()
    {
        var code = (await IssueAsync()).Text.Replace("-", "", StringComparison.Ordinal);
        var row = await site.DataAsync(data => data.Set<RelinkCodeRow>().SingleAsync());
        Assert.Equal(code[..4], row.Selector);
        Assert.DoesNotContain(code[4..], row.Hash, StringComparison.Ordinal);
        Assert.Equal(43, row.Hash.Length);
    }

    [Theory]
    [InlineData(1799, null)]
    [InlineData(1800, AccountRefusal.CodeExpired)]
    public async Task A_code_lives_half_an_hour(int seconds, AccountRefusal? refusal)
    {
        var code = await IssueAsync();
        site.Clock.Advance(TimeSpan.FromSeconds(seconds));
        var outcome = await RelinkAsync('n', code.Text);
        Assert.Equal(refusal, (outcome as Outcome.Refused)?.Reason);
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, AccountRefusal.CodeExpired)]
    public async Task Five_wrong_tries_end_a_code(int wrong, AccountRefusal? refusal)
    {
        var code = (await IssueAsync()).Text;
        var mistyped = code[..^1] + (code[^1] == '2' ? '3' : '2');
        for (var i = 1; i <= wrong; i++)
        {
            Refused(i < 5 ? AccountRefusal.CodeWrong : AccountRefusal.CodeExpired, await RelinkAsync('n', mistyped));
        }

        Assert.Equal(refusal, (await RelinkAsync('n', code) as Outcome.Refused)?.Reason);
        Assert.Equal(refusal is null, (await site.KeysAsync(anna)).Contains(site.Proof('n').Keys[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7KQM-42XD-9RT")]
    [InlineData("7KQM-42XD-9RTO")]
    [InlineData("7KQM-42XD-9RTW-2")]
    public async Task What_cannot_be_a_code_is_wrong(string typed) => Refused(AccountRefusal.CodeWrong, await RelinkAsync('n', typed));

    [Fact]
    public async Task A_code_is_used_once()
    {
        var code = await IssueAsync();
        Assert.IsType<Outcome.Done>(await RelinkAsync('n', code.Text));
        Refused(AccountRefusal.CodeUsed, await RelinkAsync('m', code.Text));
        Assert.Equal([site.Proof('n').Keys[0]], await site.KeysAsync(anna));
    }

    [Fact]
    public async Task A_newer_code_ends_the_one_before()
    {
        var first = await IssueAsync();
        var second = await IssueAsync();
        Refused(AccountRefusal.CodeWrong, await RelinkAsync('n', first.Text));
        Assert.IsType<Outcome.Done>(await RelinkAsync('n', second.Text));
    }

    [Fact]
    public async Task A_card_of_another_account_is_not_taken_from_it_and_the_code_still_counts()
    {
        var bert = await site.AddLinkedAsync("bert", site.Proof('b'));
        var code = await IssueAsync();
        Refused(AccountRefusal.LinkedElsewhere, await RelinkAsync('b', code.Text));
        Assert.Equal([site.Proof('b').Keys[0]], await site.KeysAsync(bert));
        Assert.Equal([site.Proof('a').Keys[0]], await site.KeysAsync(anna));
        Assert.IsType<Outcome.Done>(await RelinkAsync('n', code.Text));
    }

    [Fact]
    public async Task A_closed_account_is_not_opened_by_a_code()
    {
        var code = await IssueAsync();
        await site.DataAsync(data => data.Users.ExecuteUpdateAsync(user => user.SetProperty(person => person.IsDisabled, true)));
        Refused(AccountRefusal.AccountDisabled, await RelinkAsync('n', code.Text));
        await site.DataAsync(data => data.Users.ExecuteUpdateAsync(user => user.SetProperty(person => person.IsDisabled, false)));
        Assert.IsType<Outcome.Done>(await RelinkAsync('n', code.Text));
    }

    [Fact]
    public async Task A_code_is_for_its_scheme_and_for_a_login()
    {
        var code = await IssueAsync();
        Refused(AccountRefusal.CodeWrong, await site.AskAsync(accounts => accounts.RelinkAsync(site.OtherProof(), code.Text)));
        Refused(AccountRefusal.PurposeMismatch, await site.AskAsync(accounts => accounts.RelinkAsync(site.Proof('n', ChallengePurpose.Link(anna.Id)), code.Text)));
        var old = site.Proof('n');
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        Refused(AccountRefusal.LoginExpired, await site.AskAsync(accounts => accounts.RelinkAsync(old, code.Text)));
        Assert.IsType<Outcome.Done>(await RelinkAsync('n', code.Text));
    }

    [Fact]
    public async Task Same_names_re_link_nobody()
    {
        Assert.IsType<AccountDecision<Person>.NobodyYet>(await site.AskAsync(accounts => accounts.DecideAsync(site.Proof('n', name: "Anna,Peeters"), null)));
        Refused(AccountRefusal.AccountHasAnotherCard, await site.AskAsync(accounts => accounts.LinkAfterPasswordAsync(site.Proof('n'), anna, true)));
    }

    private Task<RelinkCode> IssueAsync() => site.AskAsync(accounts => accounts.IssueRelinkCodeAsync(anna, "officer-1"));

    private Task<Outcome> RelinkAsync(char who, string code) => site.AskAsync(accounts => accounts.RelinkAsync(site.Proof(who), code));

    private static void Refused(AccountRefusal reason, Outcome outcome) => Assert.Equal(reason, Assert.IsType<Outcome.Refused>(outcome).Reason);
}
