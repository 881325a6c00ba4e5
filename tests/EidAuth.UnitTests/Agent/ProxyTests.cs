using System.Net;
using System.Net.Sockets;
using System.Text;
using EidAgent.Gate;
using EidAgent.Hosting;
using EidAgent.Peer;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>A request that somebody passed on is refused, whatever else is right about it; without the check the same request is served.</summary>
[Trait("Group", TestGroup.Attacks)]
public sealed class ProxyTests
{
    public static TheoryData<string, string> Passed => new()
    {
        { "/", "Via: 1.1 proxy" },
        { "/", "Forwarded: for=192.0.2.1" },
        { "/", "X-Forwarded-For: 192.0.2.1" },
        { "/", "x-forwarded-host: 127.0.0.1" },
        { "/", "X-Forwarded-Proto: https" },
        { "http://127.0.0.1:{port}/", "Accept: text/html" },
    };

    [Theory]
    [MemberData(nameof(Passed))]
    public async Task A_request_that_came_through_a_proxy_is_refused(string target, string header)
    {
        await using var agent = await RunningAgent.StartAsync();

        var answer = await AskAsync(agent.Browser.Agent, target, header);

        Assert.StartsWith("HTTP/1.1 403 ", answer, StringComparison.Ordinal);
        Assert.Contains("through_proxy", answer, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await AskAsync(agent.Browser.Agent, "/", "Accept: text/html"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Passed))]
    public async Task Without_the_check_it_is_served(string target, string header)
    {
        var clock = new ManualTimeProvider();
        var builder = AgentHost.Begin(new AgentOptions { Port = 0 }, new SimulatedReader("Simulated Reader 00 00", pinPad: false, clock), new ScriptedPrompt(), clock, PeerUser.Find);
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(ProxyCheck)));
        await using var agent = AgentHost.Finish(builder);
        await agent.StartAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 200 ", await AskAsync(new Uri(agent.Urls.Single()), target, header), StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(Uri agent, string target, string header)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, agent.Port, cancellation);
        await using var stream = client.GetStream();
        var request = $"GET {target.Replace("{port}", $"{agent.Port}", StringComparison.Ordinal)} HTTP/1.1\r\nHost: 127.0.0.1:{agent.Port}\r\n{header}\r\n"
            + "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\nSec-Fetch-Site: none\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), cancellation);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellation);
    }
}
