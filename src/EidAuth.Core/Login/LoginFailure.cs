namespace EidAuth.Login;

/// <summary>How a login ends at the agent without a token. Sent to the site as the form field <c>error</c>, in snake_case.</summary>
public enum LoginFailure
{
    /// <summary>The person pressed cancel.</summary>
    UserCancelled,

    /// <summary>Two minutes went by without consent, card or PIN.</summary>
    TimedOut,

    /// <summary>The PIN is blocked.</summary>
    PinBlocked,

    /// <summary>The card has no authentication certificate.</summary>
    NoCertificate,

    /// <summary>The card was pulled out, swapped or reset by another program.</summary>
    CardRemoved,

    /// <summary>Reader or card failed.</summary>
    CardError,
}
