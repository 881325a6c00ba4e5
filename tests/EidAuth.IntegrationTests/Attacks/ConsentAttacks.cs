using System.Net;
using EidAgent.Logins;
using EidAgent.Prompts;
using EidAuth.Testing;
using EidAuth.UnitTests.Agent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>A page that puts the consent page under the second click of a double click.</summary>
internal static class ConsentAttacks
{
    // Half a second is what systems take for a double click.
    private static readonly TimeSpan DoubleClick = TimeSpan.FromMilliseconds(500);

    /// <summary>The agent that counts every press is one for which the time of reading is always over.</summary>
    public static Task<AttackEnd> PressedTooSoonAsync(bool defended) => AttackedAgent.PlayAsync(
        defended,
        services =>
        {
            var clock = (ManualTimeProvider)services.Single(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance!;
            services.AddTransient<IStartupFilter>(_ => new BeforeRequest(context =>
            {
                if (context.Request.Path.Value!.EndsWith("/continue", StringComparison.Ordinal))
                {
                    clock.Advance(ConsentState.ReadingTime);
                }

                return Task.CompletedTask;
            }));
        },
        async agent =>
        {
            var form = (await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Form("continue");
            agent.Clock.Advance(DoubleClick);
            var answer = await agent.Browser.PostAsync(form.Action, new FormUrlEncodedContent(form.Fields));
            Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
            var page = await agent.Browser.OpenAsync(answer.Location!, ("Sec-Fetch-Site", "same-origin"));
            if (page.FindForm("continue") is not null)
            {
                return Attacker.Refused(page);
            }

            (await agent.Prompt.NextAsync()).End(PinEntryOutcome.Cancelled);
            return new AttackEnd(true, "a PIN window opens");
        });
}
