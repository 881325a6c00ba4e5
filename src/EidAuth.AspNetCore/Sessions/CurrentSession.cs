using Microsoft.AspNetCore.Http;

namespace EidAuth.AspNetCore.Sessions;

/// <summary>The session of one scheme that a request came with or began.</summary>
internal sealed record CurrentSession(string Scheme)
{
    public static ServerSession? Of(HttpContext context, string scheme) => context.Items.TryGetValue(new CurrentSession(scheme), out var session) ? session as ServerSession : null;

    public static void Set(HttpContext context, string scheme, ServerSession? session) => context.Items[new CurrentSession(scheme)] = session;
}
