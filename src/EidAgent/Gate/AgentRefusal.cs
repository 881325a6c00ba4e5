namespace EidAgent.Gate;

/// <summary>Why the agent does not serve a request. Closed; each has one row in docs/failure-codes.md, by its name in snake_case.</summary>
internal enum AgentRefusal
{
    /// <summary>The connection belongs to another user of this machine.</summary>
    AnotherUser,

    /// <summary>Nobody can tell whose the connection is.</summary>
    OwnerUnknown,

    /// <summary>Host is not exactly 127.0.0.1 and our port: DNS rebinding, or a name that somebody pointed here.</summary>
    ForeignHost,

    /// <summary>Somebody passed the request on: a proxy, which sees and can change what it passes.</summary>
    ThroughProxy,

    /// <summary>Neither GET nor POST.</summary>
    MethodRefused,

    /// <summary>No Sec-Fetch headers: no browser of the last years, or none at all.</summary>
    MetadataMissing,

    /// <summary>The page was to be shown inside another one.</summary>
    FrameRefused,

    /// <summary>Script, subresource, prefetch or WebSocket instead of a page.</summary>
    FetchRefused,

    /// <summary>A form of another site posts to the agent.</summary>
    CrossOriginPost,

    /// <summary>The form does not carry the token of our page.</summary>
    PageTokenRefused,

    /// <summary>The form is not a small urlencoded one.</summary>
    FormMalformed,

    /// <summary>The form is larger than any of ours.</summary>
    FormTooLarge,

    /// <summary>No such page.</summary>
    NotFound,

    /// <summary>No such login, or one that ended long ago.</summary>
    LoginUnknown,

    /// <summary>The site's request: a parameter is missing, doubled, unknown, too long or not of its alphabet.</summary>
    RequestMalformed,

    /// <summary>The site's request speaks another version.</summary>
    UnknownVersion,

    /// <summary>The site's request names a return address that may not receive a token.</summary>
    ReturnAddressRefused,

    /// <summary>The site's request asks for a field that does not exist.</summary>
    UnknownField,
}
