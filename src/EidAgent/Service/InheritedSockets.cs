using System.Globalization;
using System.Net;

namespace EidAgent.Service;

/// <summary>
/// Sockets that the system's service manager listens on for the agent and hands over at the start (sd_listen_fds(3)): it starts the agent when somebody connects, and keeps the
/// port while none runs.
/// </summary>
/// <param name="Sockets">What was handed over; none when the agent was started by hand.</param>
/// <param name="Problem">Why nothing of it is taken; null when all is well.</param>
internal sealed record InheritedSockets(IReadOnlyList<InheritedSocket> Sockets, SocketProblem? Problem)
{
    /// <summary>More than any set-up has.</summary>
    public const int MaximumCount = 8;

    // SD_LISTEN_FDS_START
    private const int First = 3;

    private static readonly string[] Variables = ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES", "LISTEN_PIDFDID"];

    /// <summary>Nothing was handed over.</summary>
    public static InheritedSockets None { get; } = new([], null);

    /// <summary>
    /// Takes them, once, before anything else runs: a program that the agent starts must neither have a listening socket, with which it would hold the port after the agent, nor
    /// be told of one.
    /// </summary>
    public static InheritedSockets Take()
    {
        var (process, count) = (Environment.GetEnvironmentVariable(Variables[0]), Environment.GetEnvironmentVariable(Variables[1]));
        if ((process ?? count) is null || !OperatingSystem.IsLinux())
        {
            return None;
        }

        LinuxSockets.KeepFromChildren(First, MaximumCount);
        foreach (var variable in Variables)
        {
            Environment.SetEnvironmentVariable(variable, null);
        }

        return Read(process, count, Environment.ProcessId, LinuxSockets.Look);
    }

    /// <summary>What the two variables say to this process.</summary>
    internal static InheritedSockets Read(string? process, string? count, int self, Func<int, SocketFacts?> look)
    {
        if (!TryRead(process, out var meant) || !TryRead(count, out var handed))
        {
            return Refused(SocketProblem.NumberMalformed);
        }

        // Meant for a program that started this one: not ours.
        if (meant != self)
        {
            return None;
        }

        if (handed is < 1 or > MaximumCount)
        {
            return Refused(SocketProblem.Count);
        }

        var sockets = new List<InheritedSocket>();
        for (var descriptor = First; descriptor < First + handed; descriptor++)
        {
            if (Judge(look(descriptor)) is { } problem)
            {
                return Refused(problem);
            }

            var facts = look(descriptor)!;
            sockets.Add(new InheritedSocket(
                descriptor, facts.Family == SocketFacts.Unix ? InheritedSocketKind.Local : InheritedSocketKind.Loopback, facts.Address?.Port ?? 0));
        }

        return new InheritedSockets(sockets, null);
    }

    private static SocketProblem? Judge(SocketFacts? facts) => facts switch
    {
        null => SocketProblem.NoSocket,
        { Family: not (SocketFacts.Internet or SocketFacts.Unix) } or { Type: not SocketFacts.Stream } => SocketProblem.Family,
        { Listens: false } => SocketProblem.NotListening,
        { Family: SocketFacts.Internet } when !IPAddress.Loopback.Equals(facts.Address?.Address) => SocketProblem.NotLoopback,
        _ => null,
    };

    private static InheritedSockets Refused(SocketProblem problem) => new([], problem);

    private static bool TryRead(string? text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
