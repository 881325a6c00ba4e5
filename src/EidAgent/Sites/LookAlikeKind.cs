namespace EidAgent.Sites;

/// <summary>How an address can be taken for another. Closed; each has one row in docs/failure-codes.md, by its name in snake_case. The first that fits is told.</summary>
internal enum LookAlikeKind
{
    /// <summary>The host of a known site, without encryption or under another scheme.</summary>
    OtherScheme,

    /// <summary>The host of a known site on another port: perhaps another program there.</summary>
    OtherPort,

    /// <summary>Letters of several scripts in one part of the name: no language is written so.</summary>
    MixedScripts,

    /// <summary>Other letters that look like those of a known site, or foreign ones that look like a name in Latin letters.</summary>
    SameLetters,

    /// <summary>A known site's whole name stands inside the name of somebody else's.</summary>
    KnownNameInside,

    /// <summary>One or two letters differ from a known site's name.</summary>
    NearName,

    /// <summary>A known site's name under another ending.</summary>
    OtherEnding,

    /// <summary>The first part of a known site's name stands in somebody else's.</summary>
    NameInside,

    /// <summary>A number in the place of a name.</summary>
    NumericAddress,
}
