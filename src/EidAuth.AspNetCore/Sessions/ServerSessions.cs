using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EidAuth.AspNetCore.Sessions;

/// <inheritdoc cref="IServerSessions"/>
internal sealed class ServerSessions(
    IServerSessionStore store, IEnumerable<ServerSessionScheme> schemes, IOptions<AuthenticationOptions> authentication, TimeProvider clock) : IServerSessions
{
    /// <inheritdoc/>
    public async Task<ServerSession?> CurrentAsync(HttpContext context, string? scheme = null)
    {
        scheme = Known(scheme);
        if (CurrentSession.Of(context, scheme) is { } session)
        {
            return session;
        }

        return (await context.AuthenticateAsync(scheme)).Succeeded ? CurrentSession.Of(context, scheme) : null;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ServerSession>> OfAccountAsync(string account, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return [.. (await store.OfAccountAsync(account, cancellation)).Where(session => now < session.ExpiresAt).OrderByDescending(session => session.LastSeenAt)];
    }

    /// <inheritdoc/>
    public async Task<bool> EndAsync(string account, string id, CancellationToken cancellation) =>
        (await OfAccountAsync(account, cancellation)).Any(session => session.Id == id) && await store.EndAsync(id, cancellation);

    /// <inheritdoc/>
    public async Task<int> EndAllAsync(string account, string? exceptId, CancellationToken cancellation) => await store.EndAllAsync(account, exceptId, cancellation);

    /// <inheritdoc/>
    public async Task<bool> ReplaceAsync(HttpContext context, ClaimsPrincipal principal, AuthenticationProperties? properties = null, string? scheme = null)
    {
        scheme = Known(scheme);
        var before = await context.AuthenticateAsync(scheme);
        if (!before.Succeeded || CurrentSession.Of(context, scheme) is not { } session)
        {
            return false;
        }

        properties ??= before.Properties!.Clone();
        properties.IsPersistent = before.Properties!.IsPersistent;
        properties.Items[CookieSession.SessionItem] = session.Id;
        await context.SignInAsync(scheme, principal, properties);
        return CurrentSession.Of(context, scheme) is not null;
    }

    private string Known(string? scheme)
    {
        var usual = authentication.Value.DefaultAuthenticateScheme ?? authentication.Value.DefaultScheme;
        var names = schemes.Select(known => known.Name).ToList();
        return scheme is null
            ? names.Contains(usual!) ? usual! : names.Count == 1 ? names[0] : throw new InvalidOperationException("Several schemes have server sessions and none is the default: name one.")
            : names.Contains(scheme) ? scheme : throw new InvalidOperationException($"The scheme \"{scheme}\" has no server sessions: write .AddServerSessions(\"{scheme}\").");
    }
}
