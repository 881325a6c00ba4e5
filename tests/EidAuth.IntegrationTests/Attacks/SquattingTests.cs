using System.Net;
using System.Net.Sockets;
using System.Text;
using Demo.Smoke;
using EidAuth.IntegrationTests.Road;
using EidAuth.Testing;
using EidAuth.Testing.Canaries;
using EidAuth.Testing.Processes;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>A program that took the port before the agent: what it is told by town and browser, and what the agent says of it.</summary>
[Trait("Group", TestGroup.Attacks)]
public sealed class SquattingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_hears_a_challenge_and_nothing_that_is_secret()
    {
        var drawn = CanaryCitizen.Draw("1.8");
        await using var world = new RoadWorld(drawn.Citizen);
        await world.InitializeAsync();
        using var squatter = new TcpListener(IPAddress.Loopback, 0);
        squatter.Start();
        var port = ((IPEndPoint)squatter.LocalEndpoint).Port;
        using var browser = new LoopbackBrowser();

        // Somebody who is logged in already and logs in again: their browser has cookies of the town.
        var back = await world.SignAsync(browser, new Uri(world.Town, "eid"));
        Assert.Equal("/me", (await browser.SubmitAsync(back, Cancellation)).Address.PathAndQuery);
        var challenge = await Challenge.StartAsync(world);
        var hearing = HearAsync(squatter);
        var there = new UriBuilder(challenge.AgentAddress) { Port = port }.Uri;
        await browser.GetAsync(there, Cancellation);
        var heard = await hearing;

        Assert.StartsWith("GET /login?v=1&nonce=", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie:", heard, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(CanarySearch.In(heard, drawn.Canaries));
        Assert.Empty(QueryHelpers.ParseQuery(challenge.AgentAddress.Query).Keys.Except(["v", "nonce", "return_to", "state", "lang"]));

        // The search can fail: had the citizen's name been sent, it would have been found.
        Assert.NotEmpty(CanarySearch.In(heard + drawn.Citizen.Surname, drawn.Canaries));
    }

    [Fact]
    public async Task The_agent_does_not_start_beside_it_and_says_why()
    {
        using var squatter = new TcpListener(IPAddress.Loopback, 0);
        squatter.Start();
        var port = ((IPEndPoint)squatter.LocalEndpoint).Port;

        await using var agent = TestProcess.Start(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), "run", "--port", $"{port}"],
            new Dictionary<string, string?> { ["PCSCLITE_CSOCK_NAME"] = "/nonexistent/pcscd.comm", ["EIDAUTH_TEST_ANCHORS"] = null });

        Assert.NotEqual(0, await agent.WaitForExitAsync(TimeSpan.FromMinutes(2), Cancellation));
        Assert.Contains($"{port}", agent.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("listens on", agent.StandardOutput, StringComparison.Ordinal);
    }

    private static async Task<string> HearAsync(TcpListener squatter)
    {
        using var connection = await squatter.AcceptSocketAsync(Cancellation);
        var heard = new StringBuilder();
        var buffer = new byte[4096];
        while (!heard.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await connection.ReceiveAsync(buffer, Cancellation) is > 0 and var length)
        {
            heard.Append(Encoding.Latin1.GetString(buffer, 0, length));
        }

        await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), Cancellation);
        return heard.ToString();
    }
}
