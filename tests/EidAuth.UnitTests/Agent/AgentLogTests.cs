using System.Reflection;
using EidAgent.Hosting;
using EidAuth.Simulator.Faults;
using EidAuth.Testing;
using EidAuth.Testing.Canaries;
using EidAuth.UnitTests.Removals;
using EidAuth.UnitTests.Simulator.Cards;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>What the agent logs: a number for each event, codes and counts, and nothing of person, card, reader or site, not even at level Trace.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class AgentLogTests
{
    private static readonly Type[] Harmless = [typeof(int), typeof(ushort)];

    private static IReadOnlyList<MethodInfo> Events { get; } =
        [.. typeof(AgentLog).GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).Where(method => method.GetCustomAttribute<LoggerMessageAttribute>() is not null)];

    [Fact]
    public void Each_event_has_a_number_of_its_own()
    {
        var numbers = Events.Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()!.EventId).ToList();

        Assert.True(numbers.Count > 10, "hardly any event was found: the search is wrong");
        Assert.Equal(numbers.Distinct().Order(), numbers.Order());
        Assert.All(numbers, number => Assert.InRange(number, 1000, 1999));
    }

    [Fact]
    public void What_an_event_tells_is_a_number_a_value_of_a_closed_list_or_the_code_of_one() =>
        Assert.All(Events.SelectMany(method => method.GetParameters()).Where(parameter => parameter.ParameterType != typeof(ILogger)), parameter =>
            Assert.True(
                parameter.ParameterType.IsEnum || Harmless.Contains(parameter.ParameterType) || (parameter.ParameterType == typeof(string) && parameter.Name is "code" or "type"),
                $"{parameter.Member.Name}: {parameter}"));

    [Fact]
    public async Task Nothing_of_person_card_reader_or_site_is_logged_at_any_level()
    {
        var canary = CanaryCitizen.Draw("1.8");
        var card = CardTalk.Issue(canary.Citizen);
        await using var site = await EndSite.StartAsync();
        await using var agent = await RunningAgent.StartAsync(compose: services => services.AddLogging(log => log.SetMinimumLevel(LogLevel.Trace)));
        agent.Reader.Insert(card);

        // A wrong PIN and a right one, with everything asked for, and a session that ends with its card.
        var page = await agent.UntilFreeAsync(await agent.Browser.OpenAsync(RunningAgent.LoginAddress(site.ReturnTo, $"&lang=en&fields=identity,address,photo&end={EndLogin.End}")));
        var form = page.Form("continue");
        page = await agent.Browser.SubmitAsync(form with { Fields = new Dictionary<string, string>(form.Fields) { ["identity"] = "yes", ["address"] = "yes", ["photo"] = "yes" } });
        (await agent.Prompt.NextOpenAsync()).Type("0000");
        (await agent.Prompt.NextOpenAsync()).Type(canary.Citizen.Pin);
        Assert.Equal("signed", (await agent.UntilEndAsync(page)).Ending);
        await EndLogin.UntilKeptAsync(agent, 1);
        agent.Reader.Remove();
        await site.NextAsync();

        // A card that leaves in the middle, one that answers nonsense, a person who cancels, and requests that are refused.
        agent.Reader.Insert(card);
        page = await agent.ConsentAsync();
        await agent.Prompt.NextOpenAsync();
        agent.Reader.Remove();
        Assert.Equal("card_removed", (await agent.UntilEndAsync(page)).Ending);
        agent.Reader.Insert(card);
        card.Plan(new PlannedFault(FaultKind.WrongStatus, 3));
        page = await agent.ConsentAsync();
        (await agent.Prompt.NextOpenAsync()).Type(canary.Citizen.Pin);
        Assert.NotEqual("signed", (await agent.UntilEndAsync(page)).Ending);
        page = await agent.ConsentAsync();
        await agent.Prompt.NextOpenAsync();
        Assert.Equal("cancelled", (await agent.UntilEndAsync(await agent.Browser.SubmitAsync(page.Form("cancel")))).Ending);
        await agent.Browser.OpenAsync(RunningAgent.LoginAddress("https://boef.example.be/elsewhere"));
        await agent.Browser.OpenAsync("/nowhere-at-all");

        Canary[] canaries =
        [
            .. canary.Canaries, Canary.Bytes("nonce", Convert.FromBase64String(RunningAgent.Nonce)), Canary.Text("state", RunningAgent.State), Canary.Text("end", EndLogin.End),
            Canary.Text("reader", agent.Reader.Name), Canary.Text("origin", "example.be"), Canary.Text("site", new Uri(site.ReturnTo).Authority), Canary.Text("page", "nowhere-at-all"),
        ];

        // Scopes are the web server's, and are written by none of the agent's logs.
        Assert.Empty(agent.Log.Lines.Where(line => !line.StartsWith("scope Microsoft.AspNetCore.", StringComparison.Ordinal)).SelectMany(line => CanarySearch.In(line, canaries).Select(find => $"{find}: {line}")));
        Assert.All((string[])["[1101]", "[1201]", "[1202]", "[1301]"], code => Assert.Contains(agent.Log.Lines, line => line.Contains(code, StringComparison.Ordinal)));
        Assert.DoesNotContain(agent.Log.Lines, line => line.Contains("[1901]", StringComparison.Ordinal));
    }
}
