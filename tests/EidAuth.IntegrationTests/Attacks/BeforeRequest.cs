using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Stands before the agent's gate and does something with each request first.</summary>
internal sealed class BeforeRequest(Func<HttpContext, Task> first) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            await first(context);
            await rest(context);
        });
        next(app);
    };
}
