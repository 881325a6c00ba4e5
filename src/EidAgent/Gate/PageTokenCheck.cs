using EidAgent.Logins;
using Microsoft.Extensions.Primitives;

namespace EidAgent.Gate;

/// <summary>The token of that login's own page, exactly once.</summary>
internal sealed class PageTokenCheck : IPageTokenCheck
{
    public bool Accepts(CardUse use, StringValues posted) => posted is [{ } token] && use.IsPageToken(token);
}
