using Microsoft.AspNetCore.Http;

namespace EidAgent.Gate;

/// <summary>One defence of the port. <see cref="RequestGate"/> asks them in the order in which they are registered; the first that refuses decides.</summary>
internal interface IRequestCheck
{
    /// <summary>Why the request is not served, or null when this check has nothing against it.</summary>
    AgentRefusal? Judge(HttpContext context);
}
