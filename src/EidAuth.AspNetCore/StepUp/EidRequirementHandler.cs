using Microsoft.AspNetCore.Authorization;

namespace EidAuth.AspNetCore.StepUp;

/// <summary>Judges <see cref="EidRequirement"/> by the person's claims alone, so that pages can ask too.</summary>
internal sealed class EidRequirementHandler(EidEvidence evidence) : AuthorizationHandler<EidRequirement>
{
    /// <inheritdoc/>
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, EidRequirement requirement)
    {
        if (await evidence.SatisfiesAsync(context.User, requirement))
        {
            context.Succeed(requirement);
        }
    }
}
