using System.Net;
using System.Net.Sockets;
using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Revocation;
using EidAuth.AspNetCore.Transport;
using EidAuth.Testing;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>The carrier of OCSP questions against a real HTTP server that behaves as badly as the row says.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class OcspClientTests : IAsyncLifetime
{
    private static readonly byte[] Question = [0x30, 0x03, 0x01, 0x02, 0x03];
    private static readonly byte[] Good = [0x30, 0x03, 0x0A, 0x01, 0x00];
    private static readonly byte[] TryLater = [0x30, 0x03, 0x0A, 0x01, 0x03];

    private readonly CapturedLog log = new();
    // The names of the headers of each request.
    private readonly List<string[]> seen = [];
    private WebApplication responder = null!;
    private RequestDelegate answer = _ => Task.CompletedTask;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        responder = builder.Build();
        responder.Run(context =>
        {
            lock (seen)
            {
                seen.Add([.. context.Request.Headers.Keys]);
            }

            return answer(context);
        });
        await responder.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await responder.StopAsync(atOnce.Token);
        await responder.DisposeAsync();
    }

    [Fact(DisplayName = "O29+: a good answer is handed over, and the question was posted")]
    public async Task It_posts_the_question_and_hands_over_the_answer()
    {
        (string Method, string Query, string? Type, byte[] Body) asked = default;
        answer = async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            asked = (context.Request.Method, context.Request.QueryString.ToString(), context.Request.ContentType, body.ToArray());
            await OcspAsync(context, Good);
        };
        Assert.Equal(Good, await AskAsync());
        Assert.Equal("POST", asked.Method);
        Assert.Equal("", asked.Query);
        Assert.Equal("application/ocsp-request", asked.Type);
        Assert.Equal(Question, asked.Body);
        Assert.Empty(log.Of(3031));
    }

    [Theory(DisplayName = "O29: any status but 200 is no answer, and a redirect is not followed")]
    [InlineData(301)]
    [InlineData(307)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Any_status_but_200_is_no_answer_and_a_redirect_is_not_followed(int status)
    {
        answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return OcspAsync(context, Good);
        };
        await FailsAsync("Status");
    }

    [Theory(DisplayName = "O29: another content type is no answer")]
    [InlineData("text/html")]
    [InlineData("application/octet-stream")]
    [InlineData(null)]
    public async Task Another_content_type_is_no_answer(string? type)
    {
        answer = async context =>
        {
            context.Response.ContentType = type;
            await context.Response.Body.WriteAsync(Good, context.RequestAborted);
        };
        await FailsAsync("ContentType");
    }

    [Theory(DisplayName = "O28: more than 64 KiB is no answer, announced or without an end")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_64_kib_is_no_answer_announced_or_not(bool announced)
    {
        answer = async context =>
        {
            context.Response.ContentType = "application/ocsp-response";
            context.Response.ContentLength = announced ? 10_000_000 : null;
            var chunk = new byte[8192];
            for (var i = 0; !context.RequestAborted.IsCancellationRequested && i < 1220; i++)
            {
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
            }
        };
        await FailsAsync("TooLarge");
    }

    [Fact(DisplayName = "O28+: exactly 64 KiB is handed over")]
    public async Task Exactly_64_kib_is_handed_over()
    {
        answer = context => OcspAsync(context, new byte[65536]);
        Assert.Equal(65536, (await AskAsync()).Length);
    }

    [Fact(DisplayName = "O29: a compressed answer is no answer, and nobody asked for one")]
    public async Task A_compressed_answer_is_no_answer_and_nobody_asked_for_one()
    {
        answer = context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return OcspAsync(context, [0x1F, 0x8B, 0x08]);
        };
        await FailsAsync("Encoded");
        Assert.Equal(["Content-Length", "Content-Type", "Host"], seen.Single().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_trace_of_the_request_goes_out()
    {
        answer = context => OcspAsync(context, Good);
        using var activity = new System.Diagnostics.Activity("login").Start();
        Assert.Equal(Good, await AskAsync());
        Assert.DoesNotContain("traceparent", seen.Single(), StringComparer.OrdinalIgnoreCase);
    }

    [Theory(DisplayName = "O28: three seconds without an end are no answer, silent or dripping")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Three_seconds_without_an_end_are_no_answer(bool dripping)
    {
        var reached = new TaskCompletionSource();
        answer = async context =>
        {
            if (dripping)
            {
                context.Response.ContentType = "application/ocsp-response";
                await context.Response.Body.WriteAsync(Good, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }

            reached.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var clock = new ManualTimeProvider();
        var asking = AskAsync(clock);
        await reached.Task.WaitAsync(TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromMilliseconds(2999));
        Assert.False(asking.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Empty(await asking);
        Assert.Contains("TooSlow", Assert.Single(log.Of(3031)).Text, StringComparison.Ordinal);
        Assert.Single(seen);
    }

    [Fact(DisplayName = "O26+: tryLater, then good")]
    public async Task Try_later_is_asked_once_more()
    {
        answer = context => OcspAsync(context, seen.Count == 1 ? TryLater : Good);
        Assert.Equal(Good, await AskAsync());
        Assert.Equal(2, seen.Count);
    }

    [Fact(DisplayName = "O26: tryLater twice is no answer, and no third question")]
    public async Task Try_later_twice_is_no_answer()
    {
        answer = context => OcspAsync(context, TryLater);
        Assert.Empty(await AskAsync());
        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public async Task A_broken_connection_is_tried_once_more()
    {
        answer = context =>
        {
            if (seen.Count == 1)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return OcspAsync(context, Good);
        };
        Assert.Equal(Good, await AskAsync());
    }

    [Fact]
    public async Task Nobody_there_is_no_answer_after_two_tries()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        Assert.Empty(await AskAsync(TimeProvider.System, new Uri($"http://127.0.0.1:{port}/")));
        Assert.Equal(2, log.Of(3031).Count);
    }

    [Fact]
    public async Task A_responders_cookie_is_not_sent_back()
    {
        answer = context =>
        {
            context.Response.Cookies.Append("follow", "me");
            return OcspAsync(context, Good);
        };
        await using var services = Services(TimeProvider.System);
        await AskAsync(services);
        await AskAsync(services);
        Assert.Equal(2, seen.Count);
        Assert.All(seen, headers => Assert.DoesNotContain("Cookie", headers));
    }

    [Fact]
    public async Task Of_forty_questions_at_once_twenty_eight_are_on_their_way_and_the_others_wait_for_their_sockets()
    {
        using var gate = new SemaphoreSlim(0);
        answer = async context =>
        {
            await gate.WaitAsync(context.RequestAborted);
            await OcspAsync(context, Good);
        };
        await using var services = Services(new ManualTimeProvider());
        var asking = Enumerable.Range(0, 40).Select(_ => AskAsync(services)).ToArray();
        await PkiTown.EventuallyAsync(() => Seen == 28);
        await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Equal(28, Seen);
        gate.Release(40);
        Assert.All(await Task.WhenAll(asking), body => Assert.Equal(Good, body));
        Assert.Equal(40, Seen);
    }

    [Theory]
    [InlineData(4, 3)]
    [InlineData(2, 1.5)]
    public async Task A_try_has_three_seconds_or_three_quarters_of_the_budget_and_a_second_try_the_rest(double budget, double first)
    {
        answer = async context =>
        {
            if (Seen == 1)
            {
                await OcspAsync(context, TryLater);
                return;
            }

            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var clock = new ManualTimeProvider();
        var start = clock.GetUtcNow();
        await using var services = Services(clock);
        var asking = AskAsync(services, seconds: budget);
        while (!asking.IsCompleted)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        Assert.Empty(await asking);
        Assert.Equal(2, Seen);
        Assert.InRange((clock.GetUtcNow() - start).TotalSeconds, first, budget + 0.05);
    }

    [Theory]
    [InlineData("HTTP/1.1 nonsense\r\n\r\n")]
    [InlineData("not http at all\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/ocsp-response\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task What_is_no_http_is_no_answer_and_is_not_asked_again(string text)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var connections = 0;
        var serving = ServeAsync();
        Assert.Empty(await AskAsync(TimeProvider.System, new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/")));
        Assert.Equal(1, connections);
        Assert.Contains("Malformed", Assert.Single(log.Of(3031)).Text, StringComparison.Ordinal);
        listener.Stop();
        await serving;

        async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
                    connections++;
                    var stream = client.GetStream();
                    await stream.ReadAtLeastAsync(new byte[4096], 1, cancellationToken: TestContext.Current.CancellationToken);
                    await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);
                    await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, TestContext.Current.CancellationToken);
                }
            }
            catch (Exception exception) when (exception is SocketException or InvalidOperationException or IOException)
            {
                // The listener was stopped.
            }
        }
    }

    [Fact]
    public void A_town_names_its_proxy_on_the_handler_that_is_there()
    {
        var proxy = new WebProxy("http://127.0.0.1:3128");
        using var services = Services(TimeProvider.System, more => more.AddHttpClient(BelgianEidDefaults.PkiHttpClient).ConfigurePrimaryHttpMessageHandler((handler, _) =>
        {
            ((SocketsHttpHandler)handler).UseProxy = true;
            ((SocketsHttpHandler)handler).Proxy = proxy;
        }));
        var handler = services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(BelgianEidDefaults.PkiHttpClient);
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler!;
        }

        var inner = Assert.IsType<SocketsHttpHandler>(handler);
        Assert.Same(proxy, inner.Proxy);
        Assert.False(inner.AllowAutoRedirect);
        Assert.Equal(28, inner.MaxConnectionsPerServer);
    }

    [Fact]
    public async Task Who_leaves_is_not_an_outage()
    {
        var reached = new TaskCompletionSource();
        answer = async context =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        await using var services = Services(TimeProvider.System);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var budget = new LoginBudget(TimeProvider.System, TimeSpan.FromSeconds(4));
        var asking = services.GetRequiredService<OcspClient>().AskAsync(Address, Question, budget, leaving.Token);
        await reached.Task.WaitAsync(TestContext.Current.CancellationToken);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Empty(log.Of(3031));
    }

    private int Seen
    {
        get
        {
            lock (seen)
            {
                return seen.Count;
            }
        }
    }

    private Uri Address => new(responder.Urls.Single());

    private async Task FailsAsync(string fault)
    {
        Assert.Empty(await AskAsync());
        Assert.Single(seen);
        Assert.Contains(fault, Assert.Single(log.Of(3031)).Text, StringComparison.Ordinal);
    }

    private static async Task OcspAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = "application/ocsp-response";
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private Task<byte[]> AskAsync() => AskAsync(TimeProvider.System);

    private async Task<byte[]> AskAsync(TimeProvider clock, Uri? address = null)
    {
        await using var services = Services(clock);
        return await AskAsync(services, address);
    }

    private async Task<byte[]> AskAsync(IServiceProvider services, Uri? address = null, double seconds = 4)
    {
        var client = services.GetRequiredService<OcspClient>();
        using var budget = new LoginBudget(services.GetRequiredService<TimeProvider>(), TimeSpan.FromSeconds(seconds));
        return (await client.AskAsync(address ?? Address, Question, budget, TestContext.Current.CancellationToken)).ToArray();
    }

    // The registration a town gets, so that what is tested is what runs.
    private ServiceProvider Services(TimeProvider clock, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddBelgianEid(_ => { });
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
