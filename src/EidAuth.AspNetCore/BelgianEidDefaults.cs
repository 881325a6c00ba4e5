namespace EidAuth.AspNetCore;

/// <summary>Names of the scheme.</summary>
public static class BelgianEidDefaults
{
    /// <summary>The scheme's name.</summary>
    public const string AuthenticationScheme = "BelgianEid";

    /// <summary>The callback: its last segment is fixed by the protocol, a path base may stand before it.</summary>
    public const string CallbackPath = "/" + Login.LoginFormat.CallbackSegment;
}
