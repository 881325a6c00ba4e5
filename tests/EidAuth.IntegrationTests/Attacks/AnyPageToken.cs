using EidAgent.Gate;
using EidAgent.Logins;
using Microsoft.Extensions.Primitives;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>A check that takes any form for its own page's.</summary>
internal sealed class AnyPageToken : IPageTokenCheck
{
    public bool Accepts(CardUse use, StringValues posted) => true;
}
