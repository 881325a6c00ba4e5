using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Revocation;

/// <summary>Logins at the same time that want to know the same.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class SharedQuestionTests : IAsyncLifetime
{
    private PkiTown bench = null!;

    public async ValueTask InitializeAsync()
    {
        bench = await PkiTown.StartAsync();
        bench.Pki.Conduct.Delay = TimeSpan.FromSeconds(1);
        bench.Pki.Ocsp.Behave(ResponderBehaviour.Late);
    }

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact(DisplayName = "O34: 100 logins of one certificate at once are one question with one verdict")]
    public async Task One_certificate()
    {
        var logins = await StartAsync([.. Enumerable.Repeat("adult-18", 100)]);
        Assert.Equal(1, bench.Pki.Ocsp.RequestsTo("citizen-ec"));
        Assert.Equal(1, bench.Pki.Ocsp.RequestsTo("root-ec"));
        Assert.All(await bench.LetTimePassAsync(Task.WhenAll(logins)), outcome => Assert.Equal("ocsp", outcome));
        Assert.Equal(2, bench.Pki.Ocsp.Requests);
    }

    [Fact(DisplayName = "O34+: logins of other certificates at the same time have questions and verdicts of their own")]
    public async Task Other_certificates()
    {
        string[] citizens = ["adult-18", "revoked", "on-hold", "born-2003"];
        var logins = await StartAsync([.. Enumerable.Range(0, 40).Select(i => citizens[i % 4])], holders: 4);
        var outcomes = await bench.LetTimePassAsync(Task.WhenAll(logins));
        for (var i = 0; i < 40; i++)
        {
            Assert.Equal(new[] { "ocsp", "certificate_revoked", "certificate_on_hold", "ocsp" }[i % 4], outcomes[i]);
        }

        Assert.Equal(5, bench.Pki.Ocsp.Requests);
        var subjects = bench.Verified.Select(login => login.Principal.FindFirst("sub")!.Value).ToLookup(subject => subject);
        Assert.Equal([10, 10], subjects.Select(group => group.Count()));
    }

    [Fact]
    public async Task Who_leaves_takes_nobody_along()
    {
        using var leaving = new CancellationTokenSource();
        var (browser, fields) = await bench.PrepareAsync("adult-18");
        var first = PostAsync(browser, fields, leaving.Token);
        await PkiTown.EventuallyAsync(() => bench.Pki.Ocsp.Requests == 2);
        var others = await StartAsync([.. Enumerable.Repeat("adult-18", 10)]);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.All(await bench.LetTimePassAsync(Task.WhenAll(others)), outcome => Assert.Equal("ocsp", outcome));
        Assert.Equal(2, bench.Pki.Ocsp.Requests);
    }

    [Fact]
    public async Task When_all_have_left_the_answer_is_kept_for_the_next_one()
    {
        using var leaving = new CancellationTokenSource();
        var (browser, fields) = await bench.PrepareAsync("adult-18");
        var only = PostAsync(browser, fields, leaving.Token);
        await PkiTown.EventuallyAsync(() => bench.Pki.Ocsp.Requests == 2);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => only);
        Assert.Equal("ocsp", await bench.LetTimePassAsync(bench.LogInAsync()));
        Assert.Equal(2, bench.Pki.Ocsp.Requests);
    }

    [Fact]
    public async Task A_login_that_joins_late_has_its_own_budget()
    {
        bench.Pki.Conduct.Behave(ResponderBehaviour.Silent);
        var first = (await StartAsync(["adult-18"]))[0];
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        var second = (await StartAsync(["adult-18"]))[0];
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await PkiTown.EventuallyAsync(() => bench.Pki.Crl.Requests == 2);
        Assert.False(first.IsCompleted);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ocsp_unavailable", await first);
        Assert.Equal("ocsp_unavailable", await second);
        Assert.Equal(2, bench.Pki.Ocsp.Requests);
    }

    /// <summary>Logins whose tokens are posted; returns when the responder has the questions.</summary>
    private async Task<IReadOnlyList<Task<string>>> StartAsync(IReadOnlyList<string> citizens, int holders = 1)
    {
        var prepared = new List<(Browser Browser, Dictionary<string, string> Fields)>();
        foreach (var citizen in citizens)
        {
            prepared.Add(await bench.PrepareAsync(citizen));
        }

        var logins = prepared.Select(login => Task.Run(async () => await PkiTown.OutcomeAsync(login.Browser, await login.Browser.PostAsync(login.Fields)))).ToArray();
        await PkiTown.EventuallyAsync(() => bench.Pki.Ocsp.Requests >= holders + 1);
        return logins;
    }

    private async Task PostAsync(Browser browser, Dictionary<string, string> fields, CancellationToken leaving)
    {
        using var client = bench.Town.Server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, PkiTown.Site + "/signin-eid") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", Browser.AgentOrigin);
        request.Headers.Add("Cookie", string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var response = await client.SendAsync(request, leaving);
    }
}
