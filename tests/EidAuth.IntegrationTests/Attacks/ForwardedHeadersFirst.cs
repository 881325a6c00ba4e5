using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Believes what a proxy would have written, whoever wrote it.</summary>
internal sealed class ForwardedHeadersFirst : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseForwardedHeaders();
        next(app);
    };
}
