using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EidAgent.Gate;

/// <summary>Host is exactly our address and port: no name leads here, whoever made it resolve to this computer (DNS rebinding).</summary>
internal sealed class HostCheck : IRequestCheck
{
    public AgentRefusal? Judge(HttpContext context) =>
        context.Request.Headers.Host is [{ } asked] && asked == Of(context) ? null : AgentRefusal.ForeignHost;

    /// <summary>The one host and port that this connection is served under.</summary>
    public static string Of(HttpContext context) => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{context.Connection.LocalPort}");
}
