using Demo.Smoke;
using EidAgent.Hosting;
using EidAgent.Prompts;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Reader;
using EidAuth.Simulator.Responder;
using EidAuth.Testing.Net;
using EidAuth.Testing.Pki;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace EidAuth.IntegrationTests.Walk;

/// <summary>What the demo would stand for beside somebody's own site: reader with keypad, agent and responder, on free ports.</summary>
internal sealed class CitizenSide : IAsyncDisposable
{
    private readonly TestPki pki;
    private readonly WebApplication responder;
    private readonly WebApplication agent;
    private readonly SimulatedReader reader = new("EidAuth Simulated Reader 00 00", pinPad: true, TimeProvider.System);

    private CitizenSide()
    {
        var port = FreePort.Take();
        pki = SharedPki.Open(TimeProvider.System, new Uri($"http://127.0.0.1:{port}/"));
        responder = OcspResponder.Build(pki, port, TimeProvider.System);
        agent = AgentHost.Build(new AgentOptions { Port = 0, TestAnchors = pki.AnchorsFolder }, reader, PinPrompts.ForThisMachine(), TimeProvider.System);
    }

    /// <summary>Where a site finds the agent.</summary>
    public int AgentPort => new Uri(agent.Urls.Single()).Port;

    public static async Task<CitizenSide> StartAsync()
    {
        var side = new CitizenSide();
        await side.responder.StartAsync(TestContext.Current.CancellationToken);
        await side.agent.StartAsync(TestContext.Current.CancellationToken);
        return side;
    }

    /// <summary>From the agent's consent page to the page of the site where it ends: card in, PIN typed.</summary>
    public async Task<Page> LogInAsync(LoopbackBrowser browser, Page consent, Citizen citizen)
    {
        var cancellation = TestContext.Current.CancellationToken;
        reader.Insert(pki.IssueCard(citizen));
        var steps = await browser.SubmitAsync(consent.FormTo("/continue") ?? throw new InvalidOperationException("No consent page: " + consent.Html), cancellation);
        for (var panel = reader.Panel; !panel.KeypadWaits;)
        {
            panel = await reader.WaitForPanelAsync(panel, cancellation);
        }

        foreach (var digit in citizen.Pin)
        {
            reader.Press(KeypadKey.D0 + (digit - '0'));
        }

        reader.Press(KeypadKey.Ok);
        while (steps.FormTo("/signin-eid") is null)
        {
            await Task.Delay(100, cancellation);
            steps = await browser.GetAsync(steps.Address, cancellation);
        }

        var end = await browser.SubmitAsync(steps.FormTo("/signin-eid")!, cancellation);
        reader.Remove();
        return end;
    }

    public async ValueTask DisposeAsync()
    {
        await agent.DisposeAsync();
        await responder.DisposeAsync();
        pki.Dispose();
    }
}
