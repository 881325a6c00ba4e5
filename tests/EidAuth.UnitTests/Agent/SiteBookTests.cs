using EidAgent.Data;
using EidAgent.Sites;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

[Trait("Group", TestGroup.Agent)]
public sealed class SiteBookTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Logins_are_counted_with_their_first_and_last_time()
    {
        var book = new SiteBook(folder.Open());
        Assert.Null((await book.MeetAsync(Site("https://a.example"))).Site);
        Assert.Null(await book.LoggedInAsync(Site("https://a.example"), Monday));
        Assert.Null(await book.LoggedInAsync(Site("https://a.example"), Monday.AddDays(1)));

        // Another program of the same user sees the same.
        var read = await new SiteBook(folder.Open()).ReadAsync();
        Assert.Equal([new SiteRecord("https://a.example", Monday, Monday.AddDays(1), 2, IsBlocked: false)], read.Sites);
    }

    [Fact]
    public async Task Origins_are_exact()
    {
        var book = new SiteBook(folder.Open());
        await book.BlockAsync(Site("https://a.example"), Monday);
        Assert.True(await book.IsBlockedAsync(Site("https://a.example")));
        Assert.False(await book.IsBlockedAsync(Site("https://a.example:8443")));
        Assert.False(await book.IsBlockedAsync(Site("https://www.a.example")));
    }

    [Fact]
    public async Task Blocking_is_taken_back_and_forgetting_leaves_nothing()
    {
        var book = new SiteBook(folder.Open());
        await book.LoggedInAsync(Site("https://a.example"), Monday);
        await book.BlockAsync(Site("https://a.example"), Monday);
        await book.BlockAsync(Site("https://b.example"), Monday);
        Assert.All((await book.ReadAsync()).Sites, site => Assert.True(site.IsBlocked));

        await book.UnblockAsync(Site("https://a.example"));
        await book.UnblockAsync(Site("https://b.example"));

        // Nobody ever logged in to the second: it is as unknown as before.
        Assert.Equal([new SiteRecord("https://a.example", Monday, Monday, 1, IsBlocked: false)], (await book.ReadAsync()).Sites);
        await book.ForgetAsync(Site("https://a.example"));
        Assert.Empty((await book.ReadAsync()).Sites);
        Assert.DoesNotContain("a.example", await File.ReadAllTextAsync(folder.File("sites.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_blocked_resembles_nothing_and_warns_of_nothing()
    {
        var book = new SiteBook(folder.Open());
        await book.BlockAsync(Site("https://charleroi.be"), Monday);
        Assert.Null((await book.MeetAsync(Site("https://charleroy.be"))).LookAlike);
        await book.LoggedInAsync(Site("https://charleroi.be"), Monday);
        await book.UnblockAsync(Site("https://charleroi.be"));
        Assert.Equal(LookAlikeKind.NearName, (await book.MeetAsync(Site("https://charleroy.be"))).LookAlike?.Kind);
    }

    [Fact]
    public async Task Of_more_than_a_thousand_the_one_used_longest_ago_goes_and_never_a_blocked_one()
    {
        var files = new MemoryFiles();
        files.Replace("sites.json", SiteJson.Write([
            new SiteRecord("https://blocked.example", Monday.AddDays(-9), null, 0, IsBlocked: true),
            .. Enumerable.Range(0, SiteBook.MaximumCount - 1).Select(i => new SiteRecord($"https://s{i}.example", Monday, Monday.AddMinutes(i), 1, IsBlocked: false))]));
        var book = new SiteBook(files);
        Assert.Null(await book.LoggedInAsync(Site("https://new.example"), Monday.AddDays(1)));
        var kept = (await book.ReadAsync()).Sites.Select(site => site.Origin).ToList();
        Assert.Equal(SiteBook.MaximumCount, kept.Count);
        Assert.Contains("https://blocked.example", kept);
        Assert.Contains("https://new.example", kept);
        Assert.DoesNotContain("https://s0.example", kept);

        files.Replace("sites.json", SiteJson.Write([.. Enumerable.Range(0, SiteBook.MaximumCount).Select(i => new SiteRecord($"https://s{i}.example", Monday, null, 0, IsBlocked: true))]));
        Assert.Equal(KeepingFault.TooMany, await book.BlockAsync(Site("https://new.example"), Monday));
        Assert.Equal(SiteBook.MaximumCount, (await book.ReadAsync()).Sites.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"version\":2,\"sites\":[]}")]
    [InlineData("{\"version\":1,\"sites\":[{\"origin\":7}]}")]
    public async Task A_damaged_file_is_said_and_set_aside_when_something_new_is_kept(string content)
    {
        var files = new MemoryFiles();
        files.Replace("sites.json", System.Text.Encoding.UTF8.GetBytes(content));
        var book = new SiteBook(files);
        Assert.Equal(KeepingFault.FileDamaged, (await book.MeetAsync(Site("https://a.example"))).Fault);
        Assert.Null(await book.BlockAsync(Site("https://a.example"), Monday));
        Assert.True(await book.IsBlockedAsync(Site("https://a.example")));
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(content), files.Read("sites.damaged.json"));
    }

    [Fact]
    public void Rows_that_name_no_origin_are_left_out()
    {
        const string Row = "{{\"origin\":\"{0}\",\"firstSeen\":\"2026-03-02T09:00:00Z\",\"lastUsed\":null,\"times\":1,\"isBlocked\":false}}";
        var rows = new[] { "https://a.example", "https://A.example", "https://a.example", "javascript:alert(1)", "https://a.example/path" }
            .Select(origin => string.Format(System.Globalization.CultureInfo.InvariantCulture, Row, origin));
        var read = SiteJson.Read(System.Text.Encoding.UTF8.GetBytes($"{{\"version\":1,\"sites\":[null,{string.Join(',', rows)}]}}"));
        Assert.Equal("https://a.example", Assert.Single(read!).Origin);
    }

    private static Origin Site(string text) => Origin.TryParse(text, out var origin) ? origin! : throw new InvalidOperationException(text);
}
