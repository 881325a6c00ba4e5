using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EidAgent.Gate;

/// <summary>
/// The browser speaks to the agent itself. A proxy between them would see consent and token and could press the buttons; one that says what it is (RFC 9110 §7.6.3, RFC 7239, or a target in
/// absolute form, RFC 9112 §3.2.2) is refused. One that hides is a program of this user like any other, or of somebody else, and then <see cref="OwnerCheck"/> has refused it.
/// </summary>
internal sealed class ProxyCheck : IRequestCheck
{
    private const string ForwardedBy = "X-Forwarded-";

    public AgentRefusal? Judge(HttpContext context) => IsOwnTarget(context) && !context.Request.Headers.Keys.Any(SaysProxy) ? null : AgentRefusal.ThroughProxy;

    private static bool IsOwnTarget(HttpContext context) => context.Features.Get<IHttpRequestFeature>()?.RawTarget is ['/', ..];

    private static bool SaysProxy(string header) =>
        header.Equals("Via", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith(ForwardedBy, StringComparison.OrdinalIgnoreCase);
}
