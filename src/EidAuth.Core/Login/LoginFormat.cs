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

    /// <summary>End on removal: the query parameter of the request, and later the one field of the form that the agent posts.</summary>
    public const string EndParameter = "end";

    /// <summary>What the agent adds to the path of a return address to say that the card left.</summary>
    public const string EndSegment = "end";

    /// <summary>Random bytes behind an end text: 43 characters of base64url, and as little to guess as a key.</summary>
    public const int EndBytes = 32;
}
