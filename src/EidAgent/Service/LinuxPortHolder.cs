using System.Globalization;
using EidAgent.Peer;

namespace EidAgent.Service;

/// <summary>Linux: the listening row of /proc/net/tcp and tcp6, and the processes of this user that hold its socket.</summary>
internal static class LinuxPortHolder
{
    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    public static PortHolder Find(int port)
    {
        if (Tables.Select(table => ListenerIn(table, port)).FirstOrDefault(row => row is not null) is not { } socket)
        {
            return new PortHolder(PortHolderKind.Nobody);
        }

        return socket.User == LinuxPeer.EffectiveUser()
            ? OfThisUser(socket)
            : new PortHolder(PortHolderKind.AnotherUser, User: UserNames.Of(socket.User));
    }

    // A socket that the service manager handed over is held by both; the agent is who serves it.
    private static PortHolder OfThisUser(ListeningSocket socket)
    {
        var user = UserNames.Of(socket.User);
        var holders = RunningProcess.Holding(socket.Inode).Select(process => new PortHolder(process.Kind, process.Name, process.Id, user)).ToList();
        return holders.Count == 0 ? new PortHolder(PortHolderKind.Unknown, User: user) : holders.MinBy(holder => holder.Kind)!;
    }

    private static ListeningSocket? ListenerIn(string table, int port)
    {
        try
        {
            using var rows = File.OpenText(table);
            return ProcNetTcp.ListenerOn(rows, port);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A process of this user.</summary>
    private sealed record RunningProcess(int Id, string Name, PortHolderKind Kind)
    {
        public static IEnumerable<RunningProcess> Holding(ulong inode)
        {
            var socket = string.Create(CultureInfo.InvariantCulture, $"socket:[{inode}]");
            foreach (var folder in Directory.EnumerateDirectories("/proc"))
            {
                if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    && Read(() => Directory.EnumerateFileSystemEntries(folder + "/fd").Any(descriptor => new FileInfo(descriptor).LinkTarget == socket))
                    && Read(() => File.ReadAllText(folder + "/comm").TrimEnd('\n')) is { } name)
                {
                    yield return new RunningProcess(id, name, KindOf(name, Read(() => File.ReadAllText(folder + "/cmdline")) ?? ""));
                }
            }
        }

        // By what it calls itself: it is this user's own, and this decides a sentence and nothing more.
        private static PortHolderKind KindOf(string name, string arguments) =>
            arguments.Split('\0').Take(2).Any(argument => Path.GetFileName(argument) is "EidAgent" or "EidAgent.dll") ? PortHolderKind.Agent
            : name == "systemd" ? PortHolderKind.ServiceManager
            : PortHolderKind.OtherProgram;

        // Processes end while they are looked at, and those of others cannot be.
        private static T? Read<T>(Func<T> read)
        {
            try
            {
                return read();
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                return default;
            }
        }
    }
}
