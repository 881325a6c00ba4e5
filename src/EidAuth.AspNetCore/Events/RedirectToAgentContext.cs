using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace EidAuth.AspNetCore;

/// <summary>The browser is about to be sent to the agent.</summary>
public sealed class RedirectToAgentContext : PropertiesContext<BelgianEidOptions>
{
    internal RedirectToAgentContext(
        HttpContext context, AuthenticationScheme scheme, BelgianEidOptions options, AuthenticationProperties properties, Uri agentAddress)
        : base(context, scheme, options, properties) => AgentAddress = agentAddress;

    /// <summary>The agent's address with the challenge in its query. Not to be logged: it is good for one login of five minutes.</summary>
    public Uri AgentAddress { get; }

    /// <summary>The site answers by itself, for example with a page that links to <see cref="AgentAddress"/>; the cookie is set already.</summary>
    public bool Handled { get; private set; }

    /// <summary>Says that the answer is written.</summary>
    public void HandleResponse() => Handled = true;
}
