using System.Text.Json;
using EidAuth.AspNetCore;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>A town's site, and the test PKI with everything its certificates name on real sockets, both under one clock that is moved.</summary>
internal sealed class PkiTown : IAsyncDisposable
{
    public const string Site = "https://localhost";

    private PkiTown(TestPkiServer pki, ManualTimeProvider clock) => (Pki, Clock) = (pki, clock);

    public TestPkiServer Pki { get; }

    public ManualTimeProvider Clock { get; }

    public Town Town { get; private set; } = null!;

    /// <summary>What the site's events saw, newest last.</summary>
    public List<LoginVerifiedContext> Verified { get; } = [];

    public List<LoginRefusedContext> Refused { get; } = [];

    public static async Task<PkiTown> StartAsync(Action<BelgianEidOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var clock = new ManualTimeProvider();
        var made = new PkiTown(await TestPkiServer.StartAsync(SharedPki.Folder, clock, cancellation: TestContext.Current.CancellationToken), clock);
        await made.RestartAsync(configure, services);
        return made;
    }

    /// <summary>Another process of the site, which remembers nothing.</summary>
    public async Task RestartAsync(Action<BelgianEidOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        await (Town?.DisposeAsync() ?? default);
        Town = await Town.StartAsync(
            options =>
            {
                options.Origins.Clear();
                options.Origins.Add(Site);
                options.Trust.UseTestAnchors(Pki.AnchorsFolder);
                options.Events.OnLoginVerified = context =>
                {
                    lock (Verified)
                    {
                        Verified.Add(context);
                    }

                    return Task.CompletedTask;
                };
                options.Events.OnLoginRefused = context =>
                {
                    lock (Refused)
                    {
                        Refused.Add(context);
                    }

                    return Task.CompletedTask;
                };
                configure?.Invoke(options);
            },
            Clock,
            services: services);
    }

    /// <summary>A whole login; the outcome is <c>ocsp</c>, <c>crl</c> or <c>grace</c> for one that was accepted, and the code for one that was refused.</summary>
    public async Task<string> LogInAsync(string citizen = "adult-18", bool withChain = true)
    {
        var (browser, fields) = await PrepareAsync(citizen, withChain);
        return await OutcomeAsync(browser, await browser.PostAsync(fields));
    }

    /// <summary>A browser that has been at the agent's and is about to post.</summary>
    public async Task<(Browser Browser, Dictionary<string, string> Fields)> PrepareAsync(string citizen, bool withChain = true)
    {
        var browser = Town.NewBrowser(Site);
        var attempt = await browser.StartLoginAsync();
        var signed = Pki.SignLogin(citizen, Site, attempt.Nonce);
        return (browser, attempt.WithToken(signed.Token, withChain ? signed.Chain : null));
    }

    public static async Task<string> OutcomeAsync(Browser browser, HttpResponseMessage response)
    {
        var target = response.Headers.Location!.OriginalString;
        if (target != "/me")
        {
            return target["/login?eid=".Length..].Split('&')[0];
        }

        var json = await (await browser.GetAsync("/me")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonDocument.Parse(json).RootElement.EnumerateArray()
            .Single(claim => claim.GetProperty("type").GetString() == BelgianEidClaimTypes.Revocation).GetProperty("value").GetString()!;
    }

    /// <summary>
    /// Lets the clock go on, at half the speed of the machine's, until that is done: for waits that begin behind a socket, where a test cannot see them begin.
    /// </summary>
    public async Task<T> LetTimePassAsync<T>(Task<T> until)
    {
        while (!until.IsCompleted)
        {
            await Task.WhenAny(until, Task.Delay(20, TestContext.Current.CancellationToken));
            Clock.Advance(TimeSpan.FromMilliseconds(10));
        }

        return await until;
    }

    /// <summary>The same in steps of a tenth of a second, until that holds.</summary>
    public async Task LetTimePassAsync(Func<bool> until)
    {
        for (var i = 0; i < 1000 && !until(); i++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.True(until());
    }

    /// <summary>Waits for what happens in the background; ten seconds are for a loaded machine, not for the code.</summary>
    public static async Task EventuallyAsync(Func<bool> holds)
    {
        for (var i = 0; i < 1000 && !holds(); i++)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.True(holds());
    }

    public async ValueTask DisposeAsync()
    {
        await Town.DisposeAsync();
        await Pki.DisposeAsync();
    }
}
