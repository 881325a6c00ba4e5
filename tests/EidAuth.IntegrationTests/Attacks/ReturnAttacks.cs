using System.Text;
using EidAuth.UnitTests.Agent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Sites that name an address at which a token of somebody else could be picked up.</summary>
internal static class ReturnAttacks
{
    public static Task<AttackEnd> OtherHostBehindUserInfoAsync(bool defended) => PlayAsync(defended, "https://loket.example.be@attacker.example/signin-eid");

    public static Task<AttackEnd> OtherPageAsync(bool defended) => PlayAsync(defended, "https://loket.example.be/forum/post");

    public static Task<AttackEnd> WithoutTlsAsync(bool defended) => PlayAsync(defended, "http://loket.example.be/signin-eid");

    public static Task<AttackEnd> WithQueryAsync(bool defended) => PlayAsync(defended, "https://loket.example.be/signin-eid?next=https://attacker.example");

    private static Task<AttackEnd> PlayAsync(bool defended, string hostile) => AttackedAgent.PlayAsync(
        defended,
        services => services.AddTransient<IStartupFilter>(_ => new TakenAsItIs(hostile)),
        async agent =>
        {
            var consent = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(hostile));
            if (consent.FindForm("continue") is not { } form)
            {
                return Attacker.Refused(consent);
            }

            var page = await agent.Browser.SubmitAsync(form);
            (await agent.Prompt.NextAsync()).Type("1234");
            var end = await agent.UntilEndAsync(page);
            var back = end.Form("back");
            var isLetThrough = end.Headers["Content-Security-Policy"].Contains($" {Origin(hostile)};", StringComparison.Ordinal);
            return new AttackEnd(back.Action == hostile && back.Fields.ContainsKey("token") && isLetThrough, end.Ending!);
        });

    private static string Origin(string address) => new Uri(address).GetLeftPart(UriPartial.Authority);

    /// <summary>An agent that shows and signs the name it reads, and posts to the address as it was given, under a policy that allows that.</summary>
    private sealed class TakenAsItIs(string hostile) : IStartupFilter
    {
        public Action<Microsoft.AspNetCore.Builder.IApplicationBuilder> Configure(Action<Microsoft.AspNetCore.Builder.IApplicationBuilder> next) => app =>
        {
            Microsoft.AspNetCore.Builder.UseExtensions.Use(app, async (HttpContext context, RequestDelegate rest) =>
            {
                context.Request.QueryString = new QueryString((context.Request.QueryString.Value ?? "").Replace(
                    Uri.EscapeDataString(hostile), Uri.EscapeDataString(RunningAgent.ReturnTo), StringComparison.Ordinal));
                var body = context.Response.Body;
                using var written = new MemoryStream();
                context.Response.Body = written;
                await rest(context);
                context.Response.Body = body;
                context.Response.Headers.ContentSecurityPolicy = context.Response.Headers.ContentSecurityPolicy.ToString().Replace(
                    Origin(RunningAgent.ReturnTo) + ";", Origin(hostile) + ";", StringComparison.Ordinal);
                var page = Encoding.UTF8.GetString(written.ToArray());
                await context.Response.WriteAsync(page.Replace($"action=\"{RunningAgent.ReturnTo}\"", $"action=\"{hostile}\"", StringComparison.Ordinal), context.RequestAborted);
            });
            next(app);
        };
    }
}
