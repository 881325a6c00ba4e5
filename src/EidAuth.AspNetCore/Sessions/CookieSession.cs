using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace EidAuth.AspNetCore.Sessions;

/// <summary>The life of the session behind one cookie: begun at sign-in, looked up at each request, ended at sign-out.</summary>
internal sealed class CookieSession(IServerSessionStore store, SessionSeal seal, IOptionsMonitor<ServerSessionOptions> options, TimeProvider clock)
{
    /// <summary>In properties: the id of the session that they were read from.</summary>
    public const string SessionItem = ".eid.session";

    private static readonly TimeSpan BetweenNotes = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Begins a session, and ends the one that the request came with. Properties that were read from that session, of the same account, mean that it goes on with
    /// another principal (a refreshed sign-in, a step-up); its key changes then too.
    /// </summary>
    public async Task BeginAsync(CookieSigningInContext context)
    {
        var (now, scheme, principal, properties) = (clock.GetUtcNow(), context.Scheme.Name, context.Principal!, context.Properties);
        var current = SessionKey.HashIn(context.HttpContext, context.Options) is { } hash && await store.FindAsync(hash, CancellationToken.None) is { } found
            && IsLive(found.Session, scheme, now) ? found : null;
        var account = principal.FindFirstValue(ClaimTypes.NameIdentifier);
        var goesOn = properties.Items.Remove(SessionItem, out var readFrom) && current is not null && readFrom == current.Session.Id && account == current.Session.Account;
        var key = SessionKey.Draw();
        var session = new ServerSession
        {
            Id = goesOn ? current!.Session.Id : Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            Scheme = scheme,
            Account = account,
            BegunAt = goesOn ? current!.Session.BegunAt : now,
            LastSeenAt = now,
            ExpiresAt = now,
            EndsAt = now,
            How = HowOf(principal),
            EndHash = properties.Items.TryGetValue(EidTicket.EndHashItem, out var end) ? end : goesOn ? current!.Session.EndHash : null,
        };
        session = Seen(session with { EndsAt = Earlier(session.BegunAt + options.Get(scheme).AbsoluteTime, properties.ExpiresUtc) }, now);
        var kept = Seal(session, SessionKey.HashOf(key), principal, properties);
        bool begun;
        if (goesOn)
        {
            begun = await store.ReplaceAsync(current!.KeyHash, kept, CancellationToken.None);
        }
        else
        {
            await (current is null ? default : store.EndAsync(current.Session.Id, CancellationToken.None));
            begun = await store.AddAsync(kept, CancellationToken.None);
        }

        // A session that has ended already (its card has left, or it was ended meanwhile) gets a cookie that opens nothing.
        CurrentSession.Set(context.HttpContext, scheme, begun ? session : null);
        context.HttpContext.Items[typeof(SignedIn)] = new SignedIn(principal, new Dictionary<string, string?>(properties.Items, StringComparer.Ordinal));
        context.Principal = SessionKey.InPlaceOfPrincipal(key, scheme);
        var (persistent, issued, expires) = (properties.IsPersistent, properties.IssuedUtc, properties.ExpiresUtc);
        properties.Items.Clear();
        (properties.IsPersistent, properties.IssuedUtc, properties.ExpiresUtc) = (persistent, issued, expires);
    }

    /// <summary>Gives principal and properties back to whoever signed in.</summary>
    public static void Restore(CookieSignedInContext context)
    {
        if (context.HttpContext.Items.Remove(typeof(SignedIn), out var kept) && kept is SignedIn signedIn)
        {
            context.Principal = signedIn.Principal;
            Copy(signedIn.Items, context.Properties);
        }
    }

    /// <summary>Puts the session's principal and properties in the place of the key; null when the session is over, or never was.</summary>
    public async Task<SealedServerSession?> LoadAsync(CookieValidatePrincipalContext context)
    {
        var (now, scheme) = (clock.GetUtcNow(), context.Scheme.Name);
        if (SessionKey.HashIn(context.Principal) is not { } hash || await store.FindAsync(hash, context.HttpContext.RequestAborted) is not { } found
            || !IsLive(found.Session, scheme, now) || seal.Open(found.KeyHash, found.Ticket) is not { } ticket || ticket.AuthenticationScheme != scheme)
        {
            return null;
        }

        if (now - found.Session.LastSeenAt >= BetweenNotes)
        {
            found = found with { Session = Seen(found.Session, now) };
            await store.TouchAsync(found.Session.Id, now, found.Session.ExpiresAt, context.HttpContext.RequestAborted);
        }

        context.ReplacePrincipal(ticket.Principal);
        Copy(ticket.Properties.Items, context.Properties);
        context.Properties.Items[SessionItem] = found.Session.Id;
        CurrentSession.Set(context.HttpContext, scheme, found.Session);
        return found;
    }

    /// <summary>Keeps the principal that the site put in the place of the session's.</summary>
    public async Task RenewAsync(CookieValidatePrincipalContext context, SealedServerSession loaded)
    {
        var before = seal.Open(loaded.KeyHash, loaded.Ticket)!.Principal;
        if (context.Principal is { } principal)
        {
            LoginFacts.Carry(before, principal);
            context.Properties.IssuedUtc = clock.GetUtcNow();
            var properties = context.Properties.Clone();
            properties.Items.Remove(SessionItem);
            await store.ReplaceAsync(loaded.KeyHash, Seal(loaded.Session, loaded.KeyHash, principal, properties), CancellationToken.None);
        }
    }

    /// <summary>Ends the session of the request's cookie, if there is one; not given up when the browser does not wait for the answer.</summary>
    public async Task EndAsync(CookieSigningOutContext context)
    {
        if (SessionKey.HashIn(context.HttpContext, context.Options) is { } hash && await store.FindAsync(hash, CancellationToken.None) is { } found
            && found.Session.Scheme == context.Scheme.Name)
        {
            await store.EndAsync(found.Session.Id, CancellationToken.None);
        }

        CurrentSession.Set(context.HttpContext, context.Scheme.Name, null);
    }

    private static bool IsLive(ServerSession session, string scheme, DateTimeOffset now) => session.Scheme == scheme && now < session.ExpiresAt;

    private static IReadOnlyList<string> HowOf(ClaimsPrincipal principal) =>
        [.. principal.FindAll(BelgianEidClaimTypes.AuthenticationMethod).Select(claim => claim.Value).Distinct(StringComparer.Ordinal)];

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset? other) => other < one ? other.Value : one;

    private static void Copy(IDictionary<string, string?> items, AuthenticationProperties to)
    {
        to.Items.Clear();
        foreach (var (name, value) in items)
        {
            to.Items[name] = value;
        }
    }

    private ServerSession Seen(ServerSession session, DateTimeOffset now) =>
        session with { LastSeenAt = now, ExpiresAt = Earlier(now + options.Get(session.Scheme).IdleTime, session.EndsAt) };

    private SealedServerSession Seal(ServerSession session, string keyHash, ClaimsPrincipal principal, AuthenticationProperties properties) =>
        new(session, keyHash, seal.Seal(keyHash, new AuthenticationTicket(principal, properties, session.Scheme)));

    private sealed record SignedIn(ClaimsPrincipal Principal, IDictionary<string, string?> Items);
}
