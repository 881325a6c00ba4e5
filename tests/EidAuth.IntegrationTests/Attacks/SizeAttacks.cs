using EidAuth.UnitTests.Agent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Requests with more in them than any of the agent's pages sends.</summary>
internal static class SizeAttacks
{
    public static Task<AttackEnd> LargeFormAsync(bool defended) => AttackedAgent.PlayAsync(
        defended,
        services =>
        {
            services.PostConfigure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = 1 << 20);
            AnyForm(services);
        },
        agent => PressAsync(agent, new string('a', 16 * 1024)));

    public static Task<AttackEnd> LargeFieldAsync(bool defended) => AttackedAgent.PlayAsync(defended, AnyForm, agent => PressAsync(agent, new string('a', 1024)));

    public static Task<AttackEnd> ManyFieldsAsync(bool defended) => AttackedAgent.PlayAsync(
        defended,
        AnyForm,
        async agent =>
        {
            var consent = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
            return await new Attacker(agent).PressAsync(
                consent, Enumerable.Range(0, 200).Select(number => new KeyValuePair<string, string>($"f{number}", "x")).Concat(consent.Form("continue").Fields).ToDictionary());
        });

    /// <summary>200 headers: few bytes, so that all are read before the answer, and twice as many as the server takes.</summary>
    public static Task<AttackEnd> ManyHeadersAsync(bool defended) => AttackedAgent.PlayAsync(
        defended,
        services => services.PostConfigure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestHeaderCount = 1000),
        async agent => Attacker.Read(await new Attacker(agent, [.. Enumerable.Range(0, 200).Select(number => ($"X-{number}", (string?)"x"))]).AskAsync()));

    private static async Task<AttackEnd> PressAsync(RunningAgent agent, string more)
    {
        var consent = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        return await new Attacker(agent).PressAsync(consent, new Dictionary<string, string>(consent.Form("continue").Fields) { ["more"] = more });
    }

    // What was read before is not read again, and its limits are those of whoever read it.
    private static void AnyForm(IServiceCollection services) => services.AddTransient<IStartupFilter>(_ => new BeforeRequest(context =>
        HttpMethods.IsPost(context.Request.Method)
            ? context.Request.ReadFormAsync(new FormOptions { ValueLengthLimit = 1 << 20, ValueCountLimit = 1000 }, context.RequestAborted)
            : Task.CompletedTask));
}
