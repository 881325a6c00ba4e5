using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace EidAuth.AspNetCore;

/// <summary>
/// A proven card login as the sign-in scheme holds it: beside the claims, what it was proven for and the person's subjects under older keys. A site with accounts
/// signs in to a short-lived scheme first (ASP.NET Core Identity's external cookie), reads this from it, and decides.
/// </summary>
public sealed class EidTicket
{
    internal const string SchemeItem = ".AuthScheme";
    internal const string PurposeItem = ".eid.purpose";
    internal const string SubjectsItem = ".eid.subjects";
    internal const string ProvenAtItem = ".eid.proven_at";
    internal const string EndHashItem = ".eid.end";

    private EidTicket(string scheme, ClaimsPrincipal principal, AuthenticationProperties properties, ChallengePurpose purpose, IReadOnlyList<EidSubject> subjects)
    {
        (Scheme, Principal, Purpose, Subjects) = (scheme, principal, purpose, subjects);
        ProvenAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(properties.Items[ProvenAtItem]!, CultureInfo.InvariantCulture));
        EndHash = properties.Items.TryGetValue(EndHashItem, out var end) ? end : null;
    }

    /// <summary>The scheme that proved it.</summary>
    public string Scheme { get; }

    /// <summary>The claims of <see cref="BelgianEidClaimTypes"/>.</summary>
    public ClaimsPrincipal Principal { get; }

    /// <summary>What it was proven for. A login serves no other purpose, and no other serves as a login.</summary>
    public ChallengePurpose Purpose { get; }

    /// <summary>The person under each key of the site, the newest first; the first is the claim <c>sub</c>.</summary>
    public IReadOnlyList<EidSubject> Subjects { get; }

    /// <summary>When the card proved it, in whole seconds.</summary>
    public DateTimeOffset ProvenAt { get; }

    /// <summary>SHA-256, base64url, of what the agent will send when the card leaves; null when that was not asked.</summary>
    public string? EndHash { get; }

    /// <summary>Reads what a sign-in scheme holds; null when nobody is there, or another scheme put it there.</summary>
    public static EidTicket? Of(AuthenticateResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result is { Succeeded: true, Principal: { } principal, Properties: { } properties }
            && properties.Items.TryGetValue(PurposeItem, out var purpose) && properties.Items.TryGetValue(SubjectsItem, out var subjects)
            && properties.Items.TryGetValue(SchemeItem, out var scheme) && properties.Items.ContainsKey(ProvenAtItem)
            ? new EidTicket(scheme!, principal, properties, ChallengePurpose.FromSealed(purpose!), Read(subjects!))
            : null;
    }

    /// <summary>
    /// Puts what must outlive this ticket into the properties of the site's own sign-in: the <see cref="EndHash"/>, by which the server session that begins with them ends
    /// with its card.
    /// </summary>
    public void CarryTo(AuthenticationProperties properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        if (EndHash is not null)
        {
            properties.Items[EndHashItem] = EndHash;
        }
    }

    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => nameof(EidTicket);

    internal static void Write(AuthenticationProperties properties, string scheme, ChallengePurpose purpose, IEnumerable<EidSubject> subjects, DateTimeOffset provenAt, string? endHash)
    {
        properties.Items[SchemeItem] = scheme;
        properties.Items[PurposeItem] = purpose.Value;
        properties.Items[SubjectsItem] = string.Join(' ', subjects.Select(subject => $"{subject.Value}.{subject.KeyId}"));
        properties.Items[ProvenAtItem] = provenAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        // What the application gave along may come from an earlier login.
        properties.Items.Remove(EndHashItem);
        if (endHash is not null)
        {
            properties.Items[EndHashItem] = endHash;
        }
    }

    // A subject is base64url, so the first point ends it.
    private static List<EidSubject> Read(string text) =>
        [.. text.Split(' ').Select(entry => entry.Split('.', 2)).Select(entry => new EidSubject(entry[1], entry[0]))];
}
