namespace EidAuth.Login;

/// <summary>Names that agent and site share on the wire (design: road 1).</summary>
public static class LoginFormat
{
    /// <summary>The token format: Web eID's, version 1.0.</summary>
    public const string WebEid1 = "web-eid:1.0";

    /// <summary>The version of the redirect request (query parameter <c>v</c>).</summary>
    public const string RequestVersion = "1";

    /// <summary>The agent's usual address.</summary>
    public const int AgentPort = 35353;

    /// <summary>The last path segment that a return address must have.</summary>
    public const string CallbackSegment = "signin-eid";
}
