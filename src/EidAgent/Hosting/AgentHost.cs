using EidAgent.Prompts;
using EidAuth.PcSc;
using Microsoft.AspNetCore.Builder;

namespace EidAgent.Hosting;

/// <summary>The agent as a host: loopback pages in front, one card operation at a time behind.</summary>
public static class AgentHost
{
    /// <summary>Builds the host; the caller starts and stops it.</summary>
    /// <param name="options">What can be set.</param>
    /// <param name="readers">The system's PC/SC service, or a simulated reader.</param>
    /// <param name="prompt">Where a PIN is typed when the reader has no keypad.</param>
    /// <param name="clock">All times.</param>
    public static WebApplication Build(AgentOptions options, IResourceManager readers, IPinPrompt prompt, TimeProvider clock) =>
        throw new NotImplementedException();
}
