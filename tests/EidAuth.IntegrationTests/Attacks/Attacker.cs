using System.Net;
using EidAuth.UnitTests.Agent;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Somebody at the agent's port whose requests all carry the same headers, whatever those say.</summary>
internal sealed class Attacker(RunningAgent agent, params (string Name, string? Value)[] headers)
{
    // Of the wall clock: the agent's own stands still.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Opens the address of a login as a page of its own.</summary>
    public Task<AgentPage> AskAsync(string? more = null) => OpenAsync(RunningAgent.LoginAddress(more: more));

    /// <summary>Presses the consent page's button, and says whether a PIN window opened for it.</summary>
    public async Task<AttackEnd> PressAsync(AgentPage consent, IReadOnlyDictionary<string, string>? fields = null)
    {
        if (consent.FindForm("continue") is not { } form)
        {
            return Refused(consent);
        }

        agent.Browser.Reading();
        var answer = await agent.Browser.PostAsync(form.Action, new FormUrlEncodedContent(fields ?? form.Fields), headers);
        if (answer.Status != HttpStatusCode.SeeOther)
        {
            return Refused(answer);
        }

        // A person who was asked nothing sees a window; here it ends with it.
        var window = await agent.Prompt.NextAsync();
        window.End(EidAgent.Prompts.PinEntryOutcome.Cancelled);
        return new AttackEnd(true, "a PIN window opens");
    }

    /// <summary>Drives a whole login, its person typing the PIN, to the token on its last page.</summary>
    public async Task<AttackEnd> DriveAsync()
    {
        var consent = await AskAsync();
        if (consent.FindForm("continue") is not { } form)
        {
            return Refused(consent);
        }

        agent.Browser.Reading();
        var answer = await agent.Browser.PostAsync(form.Action, new FormUrlEncodedContent(form.Fields), headers);
        if (answer.Status != HttpStatusCode.SeeOther)
        {
            return Refused(answer);
        }

        (await agent.Prompt.NextAsync()).Type("1234");
        for (var begun = TimeProvider.System.GetTimestamp(); ;)
        {
            var page = await OpenAsync(answer.Location!);
            if (page.Ending is { } ending)
            {
                return new AttackEnd(page.Html.Contains("name=\"token\"", StringComparison.Ordinal), ending);
            }

            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, "The login does not end.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>As the table has it: status and code.</summary>
    public static AttackEnd Refused(AgentPage answer) => new(false, $"{(int)answer.Status} {answer.Code ?? "none"}");

    /// <summary>The attack was to have the consent page before it; its token is then the attacker's too.</summary>
    public static AttackEnd Read(AgentPage page) =>
        page.FindForm("continue")?.Fields.ContainsKey("page_token") == true ? new(true, "the consent page") : Refused(page);

    private async Task<AgentPage> OpenAsync(string address) => await agent.Browser.OpenAsync(address, headers);
}
