using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace EidAgent.Gate;

/// <summary>
/// Judges a request by what the browser says of it (Fetch Metadata: Sec-Fetch-Mode, -Dest, -Site; Origin; Sec-Purpose). Pages cannot set these headers; local
/// programs can, which is why no right rests on them alone.
/// </summary>
internal static class FetchMetadata
{
    /// <summary>A page opened in a window of its own, from wherever.</summary>
    public static AgentRefusal? JudgeNavigation(IHeaderDictionary headers) => JudgeDocument(headers, ["cross-site", "same-site", "same-origin", "none"]);

    /// <summary>A form of one of our own pages.</summary>
    /// <param name="headers">The request's headers.</param>
    /// <param name="origin">Our own origin.</param>
    public static AgentRefusal? JudgeOwnForm(IHeaderDictionary headers, string origin) =>
        JudgeDocument(headers, ["same-origin", "same-site", "cross-site", "none"])
        ?? (Is(headers["Sec-Fetch-Site"], "same-origin") && Is(headers.Origin, origin) ? null : AgentRefusal.CrossOriginPost);

    /// <summary>A fetch by the script of one of our own pages.</summary>
    public static AgentRefusal? JudgeOwnFetch(IHeaderDictionary headers) =>
        IsMissing(headers) ? AgentRefusal.MetadataMissing
        : Is(headers["Sec-Fetch-Site"], "same-origin") && Is(headers["Sec-Fetch-Mode"], "same-origin") && Is(headers["Sec-Fetch-Dest"], "empty") ? null
        : AgentRefusal.FetchRefused;

    private static AgentRefusal? JudgeDocument(IHeaderDictionary headers, ReadOnlySpan<string> sites)
    {
        if (IsMissing(headers))
        {
            return AgentRefusal.MetadataMissing;
        }

        if (IsFrame(headers["Sec-Fetch-Dest"]))
        {
            return AgentRefusal.FrameRefused;
        }

        var isPage = Is(headers["Sec-Fetch-Mode"], "navigate") && Is(headers["Sec-Fetch-Dest"], "document")
            && headers["Sec-Fetch-Site"] is [{ } site] && sites.Contains(site);

        // A browser that only fetches ahead shows nothing to anybody.
        return isPage && StringValues.IsNullOrEmpty(headers["Sec-Purpose"]) ? null : AgentRefusal.FetchRefused;
    }

    private static bool IsMissing(IHeaderDictionary headers) =>
        StringValues.IsNullOrEmpty(headers["Sec-Fetch-Mode"]) || StringValues.IsNullOrEmpty(headers["Sec-Fetch-Dest"])
        || StringValues.IsNullOrEmpty(headers["Sec-Fetch-Site"]);

    private static bool IsFrame(StringValues destination) =>
        destination is [{ } value] && value is "iframe" or "frame" or "embed" or "object" or "fencedframe";

    private static bool Is(StringValues header, string value) => header is [{ } only] && only == value;
}
