using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAgent.Data;
using EidAgent.Diary;
using EidAgent.Logins;
using EidAgent.Removals;
using EidAuth.Login;
using EidAuth.PcSc;
using EidAuth.Testing;
using EidAuth.Testing.Logging;
using EidAuth.Testing.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.UnitTests.Removals;

/// <summary>The post itself: what is tried again, what is not, and where it never goes.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class EndPostTests : IDisposable
{
    private readonly TimedClock clock = new();
    private readonly KeptLog log = new();
    private readonly LoggerFactory loggers = new();

    private readonly MemoryFiles files = new();
    private readonly LoginRecorder recorder;

    public EndPostTests()
    {
        loggers.AddProvider(log);
        recorder = Recorders.Of(files, clock);
    }

    [Theory]
    [InlineData(204, "session_end_sent", DiaryOutcome.Sent)]
    [InlineData(404, "session_end_refused", DiaryOutcome.NotSent)]
    public async Task The_diary_says_which_site_was_told_and_what_it_answered(int status, string ending, object outcome)
    {
        await using var site = (await EndSite.StartAsync()).Answers(status);
        using var post = Post();
        await post.SendAsync(Session(site.ReturnTo), CancellationToken.None);
        await recorder.StopAsync(TestContext.Current.CancellationToken);

        var entry = Assert.Single((await new DiaryBook(files).ReadAsync()).Entries);
        Assert.Equal((DiaryPurpose.SessionEnd, new Uri(site.ReturnTo).GetLeftPart(UriPartial.Authority), ending), (entry.Purpose, entry.Origin, entry.Ending));
        Assert.Equal(outcome, DiaryOutcomes.Of(entry));
        Assert.Empty(entry.Asked.Concat(entry.Given));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_site_that_failed_is_asked_once_more_after_two_seconds(int status)
    {
        await using var site = (await EndSite.StartAsync()).Answers(status);
        using var post = Post();
        var sending = post.SendAsync(Session(site.ReturnTo), CancellationToken.None);
        await site.NextAsync();
        await clock.UntilBegunAsync(EndPost.RetryAfter);

        clock.Advance(TimeSpan.FromSeconds(2) - TimeSpan.FromMilliseconds(1));
        await site.AssertNothingMoreAsync();
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await sending.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal([$"end={EndLogin.End}", $"end={EndLogin.End}"], site.Requests.Select(request => request.Body));
        Assert.Contains(log.Lines, line => line.EndsWith("[1401]: A session was ended because the card left.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_site_that_fails_twice_is_left_alone()
    {
        await using var site = (await EndSite.StartAsync()).Answers(500, 502);
        using var post = Post();
        var sending = post.SendAsync(Session(site.ReturnTo), CancellationToken.None);
        await site.NextAsync();
        await clock.UntilBegunAsync(EndPost.RetryAfter);
        clock.Advance(EndPost.RetryAfter);
        await sending.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(2, site.Requests.Count);
        Assert.Contains(log.Lines, line => line.EndsWith("[1402]: The card left, and the site refused to end the session: status 502.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Any_other_answer_is_the_end_of_it_and_no_redirect_is_followed(int status)
    {
        await using var site = (await EndSite.StartAsync()).Answers(status);
        using var post = Post();

        await post.SendAsync(Session(site.ReturnTo), CancellationToken.None);

        Assert.Equal("/base/signin-eid/end", Assert.Single(site.Requests).Path);
        Assert.Contains(log.Lines, line => line.Contains($"status {status}.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cookie_of_one_answer_is_not_in_the_next_post()
    {
        await using var site = await EndSite.StartAsync();
        using var post = Post();

        await post.SendAsync(Session(site.ReturnTo), CancellationToken.None);
        await post.SendAsync(Session(site.ReturnTo), CancellationToken.None);

        Assert.Equal(2, site.Requests.Count);
        Assert.All(site.Requests, request => Assert.DoesNotContain("Cookie", request.Headers.Keys));
    }

    [Fact]
    public async Task Where_nobody_listens_it_is_tried_twice_and_said()
    {
        using var post = Post();
        var sending = post.SendAsync(Session($"http://127.0.0.1:{FreePort.Take()}/signin-eid"), CancellationToken.None);
        await clock.UntilBegunAsync(EndPost.RetryAfter);
        clock.Advance(EndPost.RetryAfter);
        await sending.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Contains(log.Lines, line => line.Contains("[1403]", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("127.0.0.1", StringComparison.Ordinal) || line.Contains(EndLogin.End, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_site_that_never_answers_costs_ten_seconds_a_try()
    {
        using var never = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        never.Start();
        using var post = Post();
        var sending = post.SendAsync(Session($"http://127.0.0.1:{((IPEndPoint)never.LocalEndpoint).Port}/signin-eid"), CancellationToken.None);

        foreach (var (time, count) in ((TimeSpan, int)[])[(EndPost.TryTime, 1), (EndPost.RetryAfter, 1), (EndPost.TryTime, 2)])
        {
            await clock.UntilBegunAsync(time, count);
            Assert.False(sending.IsCompleted);
            clock.Advance(time);
        }

        await sending.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Contains(log.Lines, line => line.Contains("[1403]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_below_localhost_is_this_computer_and_no_resolver_is_asked()
    {
        await using var site = await EndSite.StartAsync();
        using var post = Post();

        await post.SendAsync(Session(site.ReturnTo.Replace("127.0.0.1", "no-such-name-anywhere.localhost", StringComparison.Ordinal)), CancellationToken.None);

        Assert.Single(site.Requests);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Over_https_the_text_goes_to_no_server_whose_certificate_is_not_trusted(bool trusted, int posts)
    {
        using var certificate = Certificate();
        await using var site = await EndSite.StartAsync(listen => listen.UseHttps(certificate));
        using var post = Post(handler => handler.SslOptions.RemoteCertificateValidationCallback = trusted ? (_, shown, _, _) => certificate.Equals(shown) : null);
        var sending = post.SendAsync(Session(site.ReturnTo), CancellationToken.None);
        if (!trusted)
        {
            await clock.UntilBegunAsync(EndPost.RetryAfter);
            clock.Advance(EndPost.RetryAfter);
        }

        await sending.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.StartsWith("https://", site.ReturnTo, StringComparison.Ordinal);
        Assert.Equal(posts, site.Requests.Count);
    }

    public void Dispose()
    {
        loggers.Dispose();
        log.Dispose();
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddHours(-1), TimeProvider.System.GetUtcNow().AddHours(1));
    }

    private static KeptSession Session(string returnTo)
    {
        Assert.True(ReturnAddress.TryParse(returnTo, out var address));
        return new KeptSession(
            EndLogin.End, address!.EndAddress, new SeenCard(new byte[16], new ReaderState("Reader", CardPresence.Present, default, 1)), TimeSpan.MaxValue);
    }

    private EndPost Post(Action<SocketsHttpHandler>? change = null) => new(
        () =>
        {
            var handler = EndTransport.CreateHandler();
            change?.Invoke(handler);
            return handler;
        },
        recorder,
        clock,
        loggers.CreateLogger<EndPost>());
}
