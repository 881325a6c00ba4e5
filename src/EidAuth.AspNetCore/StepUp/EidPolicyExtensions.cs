using EidAuth.AspNetCore;
using Microsoft.AspNetCore.Authorization;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The eID card in authorization policies.</summary>
public static class EidPolicyExtensions
{
    /// <summary>Asks for a login with the eID card, not older than <paramref name="maxAge"/>; null: any of this session.</summary>
    public static AuthorizationPolicyBuilder RequireEid(this AuthorizationPolicyBuilder policy, TimeSpan? maxAge = null) => policy.RequireEid(new EidRequirement(maxAge));

    /// <summary>Asks for a login with the eID card, or another one the requirement names.</summary>
    public static AuthorizationPolicyBuilder RequireEid(this AuthorizationPolicyBuilder policy, EidRequirement requirement)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(requirement);
        return policy.AddRequirements(requirement);
    }
}
