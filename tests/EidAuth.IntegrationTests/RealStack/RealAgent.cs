using System.Text;
using System.Threading.Channels;
using Demo.Smoke;
using EidAgent.Hosting;
using EidAgent.Logins;
using EidAgent.Pages;
using EidAgent.Peer;
using EidAgent.Prompts;
using EidAgent.Removals;
using EidAuth.IntegrationTests.PcSc;
using EidAuth.Login;
using EidAuth.PcSc;
using EidAuth.Testing.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.IntegrationTests.RealStack;

/// <summary>The agent's host on the real PC/SC service; its PIN window is opened and typed into by the test.</summary>
internal sealed class RealAgent : IPinPrompt, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<TaskCompletionSource<PinEntry>> windows = Channel.CreateUnbounded<TaskCompletionSource<PinEntry>>();
    private readonly WebApplication host;
    private int entries;

    public RealAgent(IResourceManager readers, TimeProvider? clock = null)
    {
        host = AgentHost.Build(new AgentOptions { Port = 0 }, readers, this, clock ?? TimeProvider.System, PeerUser.Find);
        host.Services.GetRequiredService<ILoggerFactory>().AddProvider(Log);
    }

    /// <summary>Every line it logged.</summary>
    public KeptLog Log { get; } = new();

    /// <summary>How many sessions it would end on removal.</summary>
    public int KeptSessions => host.Services.GetRequiredService<RemovalWatch>().Count;

    /// <summary>How often a PIN was typed.</summary>
    public int Entries => Volatile.Read(ref entries);

    private CardSlot Slot => host.Services.GetRequiredService<CardSlot>();

    /// <summary>A login begins.</summary>
    public LoginAttempt Begin(string returnTo = "https://loket.example.be/signin-eid", string? end = null)
    {
        Assert.True(LoginRequest.TryParse(
            [
                new("v", "1"), new("nonce", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), new("return_to", returnTo),
                new("state", "AAECAwQFBgcICQoLDA0ODw"), .. end is null ? [] : (KeyValuePair<string, string>[])[new("end", end)],
            ],
            out var request,
            out _));
        var attempt = host.Services.GetRequiredService<LoginAttempts>().Add(request!, UiLanguage.English);
        Assert.True(Slot.TryStart(attempt));
        return attempt;
    }

    /// <summary>The next window that opens; null when the login ends without one.</summary>
    public async Task<TaskCompletionSource<PinEntry>?> NextWindowAsync(LoginAttempt attempt)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(attempt.Ended, TestContext.Current.CancellationToken);
        try
        {
            return await windows.Reader.ReadAsync(either.Token).AsTask().WaitAsync(Patience, CancellationToken.None);
        }
        catch (OperationCanceledException) when (attempt.Ended.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Types the right PIN; nothing happens when the window has closed.</summary>
    public void Type(TaskCompletionSource<PinEntry> window) =>
        entries += window.TrySetResult(PinEntry.Of(Encoding.ASCII.GetBytes("1234"))) ? 1 : 0;

    /// <summary>Types the PIN into each window until the login ended, and waits until it let go of the card.</summary>
    public async Task<LoginEnding> EndAsync(LoginAttempt attempt)
    {
        while (await NextWindowAsync(attempt) is { } window)
        {
            Type(window);
        }

        for (var since = TimeProvider.System.GetTimestamp(); Slot.Holder is not null; await Task.Delay(10, TestContext.Current.CancellationToken))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < PcscFixture.Patience, "the login ended and did not let go of the card");
        }

        return attempt.Progress.Ending!.Value;
    }

    /// <summary>The browser loads the page with the token.</summary>
    public async Task FetchTokenAsync(LoginAttempt attempt)
    {
        await host.StartAsync(TestContext.Current.CancellationToken);
        using var browser = new LoopbackBrowser();
        var page = await browser.GetAsync(new Uri(new Uri(host.Urls.Single()), $"/login/{attempt.Id}"), TestContext.Current.CancellationToken);
        Assert.Contains(page.FormTo("/signin-eid")!.Fields, field => field.Key == "token");
    }

    public async Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
    {
        var window = new TaskCompletionSource<PinEntry>(TaskCreationOptions.RunContinuationsAsynchronously);
        await windows.Writer.WriteAsync(window, CancellationToken.None);
        using var closing = cancellation.Register(() => window.TrySetResult(PinEntry.None(PinEntryOutcome.Cancelled)));
        return await window.Task;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
