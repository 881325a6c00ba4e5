using System.Text.Json;
using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Agent;

/// <summary>The program itself: its commands, its end, and what it writes.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class AgentProcessTests
{
    private const string Nonce = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private const string State = "AAECAwQFBgcICQoLDA0ODw";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // A socket that nobody serves, so that the machine's own service is never asked.
    private static readonly Dictionary<string, string?> NoService = new()
    {
        ["PCSCLITE_CSOCK_NAME"] = "/nonexistent/pcscd.comm",
        ["EIDAUTH_TEST_ANCHORS"] = null,
        ["XDG_DATA_HOME"] = Path.Combine(AppContext.BaseDirectory, "agent-data"),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_prints_its_address_serves_without_a_service_and_ends_cleanly_on_sigterm()
    {
        await using var agent = Start("run", "--port", "0");
        var address = await AddressAsync(agent);
        Assert.True(ReturnAddress.TryParse("https://loket.example.be/signin-eid", out var returnTo));
        var request = LoginRequest.Create(Nonce, returnTo!, State, "en");

        var page = await GetAsync(new Uri(address, request.ToAgentAddress(address.Port).PathAndQuery));
        agent.Signal(15);

        Assert.Contains("https://loket.<strong>example.be</strong>", page, StringComparison.Ordinal);
        Assert.Equal(0, await agent.WaitForExitAsync(Patience, Cancellation));
        var written = agent.StandardOutput + agent.StandardError;
        Assert.Contains("A login waits for consent.", written, StringComparison.Ordinal);
        Assert.DoesNotContain("loket", written, StringComparison.Ordinal);
        Assert.DoesNotContain(State, written, StringComparison.Ordinal);
        Assert.DoesNotContain(Nonce[..40], written, StringComparison.Ordinal);
        Assert.DoesNotContain("/login", written, StringComparison.Ordinal);
        Assert.DoesNotContain("TEST TRUST", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_can_be_JSON_with_the_same_codes()
    {
        await using var agent = Start("run", "--port", "0", "--log", "json");
        var address = await AddressAsync(agent);
        await GetAsync(new Uri(address, "/nowhere"));
        agent.Signal(15);
        Assert.Equal(0, await agent.WaitForExitAsync(Patience, Cancellation));

        var lines = agent.StandardError.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var refused = Assert.Single(lines, line => line.GetProperty("EventId").GetInt32() == 1101);
        Assert.Equal("not_found", refused.GetProperty("State").GetProperty("Code").GetString());
    }

    [Fact]
    public async Task Sigint_ends_it_too()
    {
        await using var agent = Start("run", "--port", "0");
        await AddressAsync(agent);

        agent.Signal(2);

        Assert.Equal(0, await agent.WaitForExitAsync(Patience, Cancellation));
    }

    [Fact]
    public async Task The_end_of_a_session_ends_it_too()
    {
        await using var agent = Start("run", "--port", "0");
        await AddressAsync(agent);

        agent.Signal(1);

        Assert.Equal(0, await agent.WaitForExitAsync(Patience, Cancellation));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line()
    {
        await using var first = Start("run", "--port", "0");
        var address = await AddressAsync(first);

        await using var second = Start("run", "--port", $"{address.Port}");

        Assert.Equal(18, await second.WaitForExitAsync(Patience, Cancellation));
        Assert.StartsWith($"Port {address.Port} is taken: an agent of yours runs already (process {first.Id}).", second.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--port", "70000", "--port is a number from 0 to 65535.")]
    [InlineData("--port", "x", "--port is a number from 0 to 65535.")]
    [InlineData("--idle", "soon", "--idle is a number of seconds from 1 to 86400.")]
    [InlineData("--log", "xml", "--log is text or json.")]
    [InlineData("--test-anchors", "/nonexistent/anchors", "--test-anchors (or EIDAUTH_TEST_ANCHORS): ")]
    public async Task A_wrong_option_is_said_and_nothing_is_served(string option, string value, string message)
    {
        await using var agent = Start("run", option, value);

        Assert.Equal(1, await agent.WaitForExitAsync(Patience, Cancellation));
        Assert.Contains(message, agent.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_anchors_are_named_in_the_log_and_on_the_pages()
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        await using var agent = Start("run", "--port", "0", "--test-anchors", pki.AnchorsFolder);
        var address = await AddressAsync(agent);

        Assert.Contains("TEST TRUST", await GetAsync(address), StringComparison.Ordinal);
        await agent.WaitForLineAsync("TEST TRUST", Patience, Cancellation);
    }

    [Fact]
    public async Task The_environment_and_the_working_directory_bind_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory("eidagent-cwd-");
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "appsettings.json"),
            """{ "Kestrel": { "Endpoints": { "Open": { "Url": "http://0.0.0.0:0" } } }, "Logging": { "LogLevel": { "Default": "Trace" } } }""",
            Cancellation);
        try
        {
            var environment = new Dictionary<string, string?>(NoService)
            {
                ["ASPNETCORE_URLS"] = "http://0.0.0.0:0",
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Logging__LogLevel__Default"] = "Trace",
            };
            await using var agent = TestProcess.Start("dotnet", [Program, "run", "--port", "0"], environment, folder.FullName);
            var address = await AddressAsync(agent);
            await GetAsync(address);
            agent.Signal(15);
            await agent.WaitForExitAsync(Patience, Cancellation);

            Assert.Equal("127.0.0.1", address.Host);
            Assert.DoesNotContain("0.0.0.0", agent.StandardOutput + agent.StandardError, StringComparison.Ordinal);
            Assert.DoesNotContain("GET", agent.StandardError, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Readers_says_that_the_service_is_missing()
    {
        await using var agent = Start("readers");

        Assert.Equal(10, await agent.WaitForExitAsync(Patience, Cancellation));
        Assert.Contains("The smart card service does not answer.", agent.StandardError, StringComparison.Ordinal);
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "EidAgent.dll");

    private static TestProcess Start(params string[] arguments) =>
        // A shell that runs tests in the background has SIGINT ignored, and a child would inherit that.
        TestProcess.Start("env", ["--default-signal=INT", "dotnet", Program, .. arguments], NoService);

    private static async Task<Uri> AddressAsync(TestProcess agent)
    {
        var line = await agent.WaitForLineAsync("listens on", Patience, Cancellation);
        return new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]);
    }

    private static async Task<string> GetAsync(Uri address)
    {
        var result = await TestProcess.RunAsync(
            "curl",
            ["--silent", "--location", "--noproxy", "*", "-H", "Sec-Fetch-Mode: navigate", "-H", "Sec-Fetch-Dest: document", "-H", "Sec-Fetch-Site: none", address.AbsoluteUri],
            Cancellation);
        return result.StandardOutput;
    }
}
