using System.Net;
using System.Text.RegularExpressions;
using EidAgent.Hosting;
using EidAgent.Prompts;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace EidAuth.IntegrationTests.Agent;

/// <summary>Another user of the machine runs the whole consent with real sockets: no login, no PIN window, no command to the card.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed partial class AnotherUserTests : IAsyncDisposable
{
    private const string Login =
        "/login?v=1&nonce=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8%3D&return_to=https%3A%2F%2Floket.example.be%2Fsignin-eid&state=AAECAwQFBgcICQoLDA0ODw";

    private readonly SimulatedReader reader = new("Simulated Reader 00 00", pinPad: false, TimeProvider.System);
    private readonly CountingPrompt prompt = new();
    private readonly WebApplication agent;

    public AnotherUserTests()
    {
        Require.OrSkip(OperatingSystem.IsLinux() && Environment.UserName == "root", "only root can start a program as another user");
        Require.Programs("setpriv", "curl");
        agent = AgentHost.Build(new AgentOptions { Port = 0 }, reader, prompt, TimeProvider.System);
    }

    [Fact]
    public async Task It_sees_one_page_that_names_the_situation_and_reaches_no_card()
    {
        await agent.StartAsync(TestContext.Current.CancellationToken);
        using var pki = SharedPki.Open(TimeProvider.System);
        var card = pki.IssueCard(Citizen.All["adult-18"]);
        reader.Insert(card);

        // The owner's own browser opens the page, so that the stranger can be given the address and the token of a real form.
        var ours = await CurlAsync(user: 0, "-L", Login);
        var action = Action().Match(ours.Body).Groups[1].Value;
        var token = Token().Match(ours.Body).Groups[1].Value;
        var asked = await CurlAsync(user: 65534, "-L", Login);
        var consented = await CurlAsync(user: 65534, "-H", "Sec-Fetch-Site: same-origin", "-H", $"Origin: {agent.Urls.Single()}", "--data", $"page_token={token}", action);
        var looked = await CurlAsync(user: 65534, action.Replace("/continue", "", StringComparison.Ordinal));

        Assert.Equal(200, ours.Status);
        Assert.NotEmpty(token);
        Assert.Equal([403, 403, 403], [asked.Status, consented.Status, looked.Status]);
        Assert.All([asked, consented, looked], answer =>
        {
            Assert.Contains("Het eID-programma werd door een andere gebruiker gestart", answer.Body, StringComparison.Ordinal);
            Assert.Contains("<code>another_user</code>", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("loket", answer.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("root", answer.Body.Split("</style>")[1], StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<form", answer.Body, StringComparison.Ordinal);
        });
        Assert.Empty(card.Transcript);
        Assert.Equal(0, prompt.Asked);

        // The same request from the owner goes through, once they had time to read: nothing else was wrong with it.
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        var own = await CurlAsync(user: 0, "-L", "-H", "Sec-Fetch-Site: same-origin", "-H", $"Origin: {agent.Urls.Single()}", "--data", $"page_token={token}", action);
        Assert.Equal(200, own.Status);
        await prompt.Opened.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal(3, card.TriesLeft);
    }

    public async ValueTask DisposeAsync()
    {
        if (agent is not null)
        {
            await agent.DisposeAsync();
        }
    }

    private async Task<(int Status, string Body)> CurlAsync(int user, params string[] arguments)
    {
        string[] asUser = user == 0 ? [] : ["--reuid", $"{user}", "--clear-groups"];
        var result = await TestProcess.RunAsync(
            "setpriv",
            [
                .. asUser, "curl", "--silent", "--noproxy", "*", "--write-out", "\n%{http_code}", "-H", "Sec-Fetch-Mode: navigate", "-H", "Sec-Fetch-Dest: document",
                .. arguments.Contains("Sec-Fetch-Site: same-origin") ? [] : new[] { "-H", "Sec-Fetch-Site: cross-site" },
                .. arguments[..^1], agent.Urls.Single() + arguments[^1],
            ],
            TestContext.Current.CancellationToken);
        var end = result.StandardOutput.TrimEnd().LastIndexOf('\n');
        return (int.Parse(result.StandardOutput.TrimEnd()[(end + 1)..], System.Globalization.CultureInfo.InvariantCulture), result.StandardOutput[..end]);
    }

    [GeneratedRegex("action=\"(/login/[^\"]*/continue)\"")]
    private static partial Regex Action();

    [GeneratedRegex("name=\"page_token\" value=\"([^\"]*)\"")]
    private static partial Regex Token();

    private sealed class CountingPrompt : IPinPrompt
    {
        private readonly TaskCompletionSource opened = new();

        public int Asked { get; private set; }

        public Task Opened => opened.Task;

        public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
        {
            Asked++;
            opened.TrySetResult();
            return Task.FromResult(PinEntry.None(PinEntryOutcome.Cancelled));
        }
    }
}
