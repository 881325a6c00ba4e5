using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Lets every query read otherwise than it was sent.</summary>
internal sealed class QueryRewriting(Func<string, string> query) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            context.Request.QueryString = new QueryString(query(context.Request.QueryString.Value ?? ""));
            return rest(context);
        });
        next(app);
    };
}
