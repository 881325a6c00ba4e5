using EidAuth.Belpic;
using Microsoft.AspNetCore.Http;

namespace EidAuth.AspNetCore;

/// <summary>How a site binds a step-up to who is logged in: <c>builder.Services.Configure&lt;EidStepUpOptions&gt;(step => …)</c>.</summary>
public sealed class EidStepUpOptions
{
    /// <summary>
    /// For a site with accounts: what <see cref="ChallengePurpose.StepUp"/> is to hold for the session of a request, for example
    /// <see cref="ServerSession.Id"/>; the page at <see cref="EidLoginPartOptions.LandingPath"/> compares it. Null for a session it does not know: then a plain login is asked for.
    /// Without a function: the subject of the card that logged in, which the scheme compares.
    /// </summary>
    public Func<HttpContext, Task<string?>>? SessionOf { get; set; }

    /// <summary>Which of <see cref="BelgianEidOptions.Fields"/> a step-up asks for; null: all of them.</summary>
    public CardParts? Fields { get; set; }
}
