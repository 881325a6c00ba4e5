using EidAuth.AspNetCore.Callback;
using EidAuth.Pki;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace EidAuth.AspNetCore;

/// <summary>A login that did not succeed, before the answer is written.</summary>
public sealed class LoginRefusedContext : BaseContext<BelgianEidOptions>
{
    internal LoginRefusedContext(HttpContext context, AuthenticationScheme scheme, BelgianEidOptions options, CallbackOutcome.Refused outcome)
        : base(context, scheme, options)
    {
        (Refusal, Properties) = (outcome.Reason, outcome.Challenge?.Properties);
        (HolderEvidence, IssuerEvidence) = (outcome.HolderEvidence, outcome.IssuerEvidence);
    }

    /// <summary>Why.</summary>
    public EidRefusal Refusal { get; }

    /// <summary>What the site gave along with the challenge; null when no challenge of this site was found.</summary>
    public AuthenticationProperties? Properties { get; }

    /// <summary>What was said about the holder's certificate, where the refusal came so far; null when nothing whose signature held. For an audit record; names nobody.</summary>
    public RevocationEvidence? HolderEvidence { get; }

    /// <summary>The same about the issuing CA.</summary>
    public RevocationEvidence? IssuerEvidence { get; }

    /// <summary>The site answers by itself.</summary>
    public bool Handled { get; private set; }

    /// <summary>Says that the answer is written.</summary>
    public void HandleResponse() => Handled = true;
}
