using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace EidAuth.AspNetCore;

/// <summary>A login that did not succeed, before the answer is written.</summary>
public sealed class LoginRefusedContext : BaseContext<BelgianEidOptions>
{
    internal LoginRefusedContext(
        HttpContext context, AuthenticationScheme scheme, BelgianEidOptions options, EidRefusal refusal, AuthenticationProperties? properties)
        : base(context, scheme, options) => (Refusal, Properties) = (refusal, properties);

    /// <summary>Why.</summary>
    public EidRefusal Refusal { get; }

    /// <summary>What the site gave along with the challenge; null when no challenge of this site was found.</summary>
    public AuthenticationProperties? Properties { get; }

    /// <summary>The site answers by itself.</summary>
    public bool Handled { get; private set; }

    /// <summary>Says that the answer is written.</summary>
    public void HandleResponse() => Handled = true;
}
