using EidAuth.AspNetCore.LoginPart;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EidAuth.AspNetCore.StepUp;

/// <summary>Sends somebody to the card, or to the other scheme that logged them in, to prove once more who they are.</summary>
internal sealed class StepUpChallenge(IAuthenticationSchemeProvider schemes, IOptions<EidStepUpOptions> options, EidEvidence evidence, ILogger<StepUpChallenge> logger)
{
    // As OpenID Connect's handler names them: a login made now, not one the provider remembers.
    private const string PromptParameter = "prompt";
    private const string MaxAgeParameter = "max_age";

    /// <summary>Challenges.</summary>
    /// <param name="context">The request; who is logged in is its user.</param>
    /// <param name="requirement">What was not satisfied.</param>
    /// <param name="returnUrl">Where to go afterwards, an address of this site.</param>
    public async Task StartAsync(HttpContext context, EidRequirement requirement, string returnUrl)
    {
        var eid = (await SiteSchemes.EidAsync(schemes)).Name;
        var scheme = evidence.SchemeOf(context.User, requirement) ?? eid;
        var properties = new BelgianEidChallengeProperties { RedirectUri = LoginReturn.Of(context, returnUrl), Fields = options.Value.Fields };
        if (await SessionAsync(context) is { } session)
        {
            properties.Purpose = ChallengePurpose.StepUp(session);
        }

        if (scheme != eid)
        {
            properties.SetParameter(PromptParameter, "login");
            properties.SetParameter(MaxAgeParameter, requirement.MaxAge);
        }

        StepUpLog.Asked(logger, scheme);
        await context.ChallengeAsync(scheme, properties);
    }

    private async Task<string?> SessionAsync(HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated != true)
        {
            return null;
        }

        return options.Value.SessionOf is { } sessionOf ? await sessionOf(context)
            : await evidence.HasCardAsync(context.User) ? context.User.FindFirst(BelgianEidClaimTypes.Subject)?.Value
            : null;
    }
}
