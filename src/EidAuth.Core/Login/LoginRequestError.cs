namespace EidAuth.Login;

/// <summary>Why the agent does not take a request. Nothing is sent to the return address in these cases: the agent shows its own page.</summary>
public enum LoginRequestError
{
    /// <summary>No error.</summary>
    None,

    /// <summary>A parameter is missing, doubled, unknown, too long, or not of its alphabet.</summary>
    Malformed,

    /// <summary><c>v</c> names a version this agent does not speak.</summary>
    UnknownVersion,

    /// <summary><c>return_to</c> is not an address that may receive a token.</summary>
    ReturnAddressRefused,

    /// <summary><c>fields</c> names something that does not exist.</summary>
    UnknownField,
}
