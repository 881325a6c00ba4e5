using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Lets every page of the agent read otherwise than it was written.</summary>
internal sealed class PageRewriting(Func<string, string> page) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            var body = context.Response.Body;
            using var written = new MemoryStream();
            context.Response.Body = written;
            await rest(context);
            context.Response.Body = body;
            await context.Response.WriteAsync(page(Encoding.UTF8.GetString(written.ToArray())), context.RequestAborted);
        });
        next(app);
    };
}
