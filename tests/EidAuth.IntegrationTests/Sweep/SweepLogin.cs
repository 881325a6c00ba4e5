using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Demo.Smoke;
using EidAuth.Login;
using Xunit;

namespace EidAuth.IntegrationTests.Sweep;

/// <summary>One login as a browser sees it, from the site's link to its ending.</summary>
internal sealed partial class SweepLogin : IDisposable
{
    /// <summary>The outcome of a login whose agent is no longer there, or a new one that never heard of it.</summary>
    public const string AgentGone = "agent_gone";

    private readonly LoopbackBrowser browser;
    private readonly Uri login;
    private Page page;

    private SweepLogin(LoopbackBrowser browser, Page page) => (this.browser, this.page, login) = (browser, page, page.Address);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<SweepLogin> AskAsync(Uri agent, string returnTo, string? end = null)
    {
        Assert.True(ReturnAddress.TryParse(returnTo, out var address));
        var request = LoginRequest.Create(Convert.ToBase64String(new byte[32]), address!, new string('A', 22), "en");
        var browser = new LoopbackBrowser();
        var asked = new UriBuilder(request.ToAgentAddress(agent.Port)) { Host = agent.Host };
        asked.Query = asked.Query.TrimStart('?') + (end is null ? "" : "&end=" + end);
        return new SweepLogin(browser, await browser.GetAsync(asked.Uri, Cancellation));
    }

    public async Task AgreeAsync()
    {
        try
        {
            // The login before may still be letting go of the card, and an agent that was started again knows nothing of this one.
            for (var since = TimeProvider.System.GetTimestamp(); page.FormTo("/continue") is null && await LookAsync() is null; await Task.Delay(50, Cancellation))
            {
                Assert.True(TimeProvider.System.GetElapsedTime(since) < AgentProgram.Patience, "The login cannot be begun.");
            }

            page = page.FormTo("/continue") is { } form ? await browser.SubmitAsync(form, Cancellation) : page;
        }
        catch (HttpRequestException)
        {
            // Said by the outcome.
        }
    }

    public async Task CancelAsync()
    {
        await LookAsync();
        if (page.FormTo("/cancel") is { } form)
        {
            page = await browser.SubmitAsync(form, Cancellation);
        }
    }

    /// <summary>The step that its page shows, or null.</summary>
    public async Task<string?> StepAsync() => await LookAsync() == AgentGone ? null : StepMark().Match(page.Html) is { Success: true } step ? step.Groups[1].Value : null;

    /// <summary>Its ending, or null while it goes on.</summary>
    public async Task<string?> LookAsync()
    {
        try
        {
            page = await browser.GetAsync(login, Cancellation);
        }
        catch (HttpRequestException)
        {
            return AgentGone;
        }

        return EndingMark().Match(page.Html) is { Success: true } ending ? ending.Groups[1].Value
            : page.Html.Contains("<code>login_unknown</code>", StringComparison.Ordinal) ? AgentGone
            : null;
    }

    /// <summary>The script of its page asks what is next, and the agent has read that; the task is all that it answers.</summary>
    public async Task<Task<string>> FollowAsync()
    {
        var (changes, version) = (ChangesMark().Match(page.Html).Groups[1].Value, VersionMark().Match(page.Html).Groups[1].Value);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(login.Host, login.Port, Cancellation);
        await socket.SendAsync(
            Encoding.ASCII.GetBytes($"GET {changes}?after={version} HTTP/1.1\r\nHost: {login.Authority}\r\nSec-Fetch-Mode: same-origin\r\nSec-Fetch-Dest: empty\r\nSec-Fetch-Site: same-origin\r\n\r\n"),
            Cancellation);

        // The other end's line in the kernel's table: its address and ours, an established connection, nothing that waits to be read.
        var read = $" 0100007F:{login.Port:X4} 0100007F:{((IPEndPoint)socket.LocalEndPoint!).Port:X4} 01 00000000:00000000 ";
        for (var since = TimeProvider.System.GetTimestamp(); !(await File.ReadAllTextAsync("/proc/net/tcp", Cancellation)).Contains(read, StringComparison.Ordinal); await Task.Delay(20, Cancellation))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < AgentProgram.Patience, "The agent does not read.");
        }

        await LookAsync();
        return AnswerAsync(socket);
    }

    /// <summary>Its page is asked for, and the browser is gone before the answer.</summary>
    public async Task HangUpAsync()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { LingerState = new LingerOption(true, 0) };
        await socket.ConnectAsync(login.Host, login.Port, Cancellation);
        var request = $"GET {login.AbsolutePath} HTTP/1.1\r\nHost: {login.Authority}\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Site: none\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request), Cancellation);
    }

    public void Dispose() => browser.Dispose();

    [GeneratedRegex("data-ending=\"([^\"]*)\"")]
    private static partial Regex EndingMark();

    private static async Task<string> AnswerAsync(Socket socket)
    {
        using var reader = new StreamReader(new NetworkStream(socket, ownsSocket: true), Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancellation);
    }

    [GeneratedRegex("data-changes=\"([^\"]*)\"")]
    private static partial Regex ChangesMark();

    [GeneratedRegex("data-version=\"([^\"]*)\"")]
    private static partial Regex VersionMark();

    [GeneratedRegex("data-step=\"([^\"]*)\"")]
    private static partial Regex StepMark();
}
