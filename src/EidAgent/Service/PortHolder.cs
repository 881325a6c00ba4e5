namespace EidAgent.Service;

/// <summary>Who listens on the agent's port.</summary>
/// <param name="Kind">Who, in relation to this user.</param>
/// <param name="Program">The program's name as it calls itself, hostile text; null when it is another user's or not told.</param>
/// <param name="ProcessId">Its process, or null likewise.</param>
/// <param name="User">Name or number of the user, or null when not told.</param>
internal sealed record PortHolder(PortHolderKind Kind, string? Program = null, int? ProcessId = null, string? User = null)
{
    /// <summary>Looks it up. Linux; on other systems nobody can tell.</summary>
    /// <param name="port">On 127.0.0.1.</param>
    public static PortHolder Find(int port) => OperatingSystem.IsLinux() ? LinuxPortHolder.Find(port) : new PortHolder(PortHolderKind.Unknown);
}
