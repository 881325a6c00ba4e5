using System.Security.Claims;
using EidAuth.AspNetCore.LoginPart;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace EidAuth.AspNetCore.StepUp;

/// <summary>What somebody's claims prove of card logins, and of logins that a site lets count like them.</summary>
internal sealed class EidEvidence(
    IAuthenticationSchemeProvider schemes, IOptionsMonitor<BelgianEidOptions> eid, IHttpContextAccessor accessor, TimeProvider clock)
{
    private const string Grace = "grace";

    /// <summary>Whether that is enough.</summary>
    public async Task<bool> SatisfiesAsync(ClaimsPrincipal person, EidRequirement requirement)
    {
        var now = clock.GetUtcNow();
        var cards = await CardLoginsAsync(person);
        return cards.Any(card => IsFresh(card.ProvenAt, requirement, now) && (requirement.AllowGrace || !card.IsGrace))
            || requirement.Alternatives.Any(alternative => Others(person, alternative).Any(login => requirement.MaxAge is null || (login is { } at && IsFresh(at, requirement, now))));
    }

    /// <summary>A card logged this person in, however long ago.</summary>
    public async Task<bool> HasCardAsync(ClaimsPrincipal person) => (await CardLoginsAsync(person)).Count > 0;

    /// <summary>Somebody came back since then: from the card with a proof, or from another provider with anything, which may have been given without a word to the person.</summary>
    public async Task<bool> HasComeBackSinceAsync(ClaimsPrincipal person, EidRequirement requirement, DateTimeOffset since) =>
        (await CardLoginsAsync(person)).Any(card => card.ProvenAt >= since)
        || (SchemeOf(person, requirement) is not null && Ticket(person)?.Properties.IssuedUtc >= since);

    /// <summary>Which of the alternatives logged this person in, strongly enough or not.</summary>
    public string? SchemeOf(ClaimsPrincipal person, EidRequirement requirement) =>
        requirement.Alternatives.Select(alternative => alternative.Scheme).FirstOrDefault(scheme => IdentitiesOf(person, scheme).Any());

    // Whole seconds, rounded down, so that a time in the future is no rounding.
    private static bool IsFresh(DateTimeOffset at, EidRequirement requirement, DateTimeOffset now) => at <= now && (requirement.MaxAge is not { } maxAge || now - at <= maxAge);

    private async Task<List<(DateTimeOffset ProvenAt, bool IsGrace)>> CardLoginsAsync(ClaimsPrincipal person)
    {
        var scheme = (await SiteSchemes.EidAsync(schemes)).Name;
        var issuer = eid.Get(scheme).ClaimsIssuer ?? scheme;

        // A provider elsewhere may say what it likes in its tokens; what it said keeps its name as issuer.
        bool Counts(Claim claim) => claim.Issuer == issuer || claim.Issuer == ClaimsIdentity.DefaultIssuer;

        return
        [
            .. from identity in person.Identities
               where identity.IsAuthenticated
               let provenAt = ProvenTime.Of(identity, BelgianEidClaimTypes.ProvenAt, Counts)
               where provenAt is not null
               let revocation = identity.FindAll(BelgianEidClaimTypes.Revocation).Where(Counts).Select(claim => claim.Value).ToList()
               where revocation.Count == 1
               select (provenAt.Value, revocation[0] == Grace),
        ];
    }

    private IEnumerable<DateTimeOffset?> Others(ClaimsPrincipal person, EidAlternative alternative) =>
        IdentitiesOf(person, alternative.Scheme)
            .Where(identity => identity.FindAll(BelgianEidClaimTypes.AuthenticationContext).ToList() is [var acr] && alternative.Acr.Contains(acr.Value, StringComparer.Ordinal))
            .Select(identity => ProvenTime.Of(identity, BelgianEidClaimTypes.AuthenticationTime, _ => true));

    // Who proved it stands in the ticket of a site that signs in at once; a site with accounts adds an identity of that name to its own.
    private IEnumerable<ClaimsIdentity> IdentitiesOf(ClaimsPrincipal person, string scheme)
    {
        var wholeTicket = Ticket(person) is { } ticket && ticket.Properties.Items.TryGetValue(EidTicket.SchemeItem, out var proof) && proof == scheme;
        return person.Identities.Where(identity => identity.IsAuthenticated && (wholeTicket || identity.AuthenticationType == scheme));
    }

    private AuthenticationTicket? Ticket(ClaimsPrincipal person) =>
        accessor.HttpContext?.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Ticket is { } ticket && ReferenceEquals(ticket.Principal, person) ? ticket : null;
}
