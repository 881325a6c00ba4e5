namespace EidAuth.AspNetCore;

/// <summary>Why a site refuses a request before it looks at a token, or a proven login for what it was asked for. Closed; each has one row in docs/failure-codes.md.</summary>
public enum RequestRefusal
{
    /// <summary>The callback takes POST alone.</summary>
    MethodNotAllowed,

    /// <summary>The callback takes a URL-encoded form alone.</summary>
    ContentTypeRefused,

    /// <summary>The form is larger than any login.</summary>
    FormTooLarge,

    /// <summary>A field is missing, doubled or not of its alphabet.</summary>
    FormMalformed,

    /// <summary>The form was not sent by the agent's page: its Origin header is another, or missing.</summary>
    OriginRefused,

    /// <summary>No challenge cookie for this attempt, or one this site did not seal.</summary>
    ChallengeMissing,

    /// <summary>The login took too long.</summary>
    ChallengeExpired,

    /// <summary>This challenge was used before.</summary>
    ChallengeUsed,

    /// <summary>The challenge is older than the memory of used ones, because the site was restarted meanwhile: it cannot be told whether it was used.</summary>
    ChallengeForgotten,

    /// <summary>The challenge was made for something else than what its answer was used for.</summary>
    PurposeMismatch,

    /// <summary>Somebody was to prove themselves again, and the card is another person's.</summary>
    AnotherPerson,

    /// <summary>The site was asked under an address that is none of its origins.</summary>
    HostNotConfigured,

    /// <summary>The site's origin is https and the request came as http: forwarded headers are not configured.</summary>
    ProxyNotConfigured,

    /// <summary>The site's own event handler refused a proven login.</summary>
    RefusedBySite,
}
