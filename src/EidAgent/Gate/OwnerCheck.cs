using EidAgent.Peer;
using Microsoft.AspNetCore.Http;

namespace EidAgent.Gate;

/// <summary>Whose connection it is, before anything the request says.</summary>
internal sealed class OwnerCheck : IRequestCheck
{
    public AgentRefusal? Judge(HttpContext context) => context.Features.Get<ConnectionOwner>()?.Owner switch
    {
        PeerOwner.ThisUser => null,
        PeerOwner.AnotherUser => AgentRefusal.AnotherUser,
        _ => AgentRefusal.OwnerUnknown,
    };
}
