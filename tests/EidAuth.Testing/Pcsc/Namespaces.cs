using System.Globalization;
using EidAuth.Testing.Processes;

namespace EidAuth.Testing.Pcsc;

/// <summary>unshare(1) and nsenter(1): as root without, as an ordinary user with a user namespace in which that user is root.</summary>
internal static class Namespaces
{
    private static bool IsRoot => System.Environment.UserName == "root";

    /// <summary>Arguments of unshare for own mounts and an own network.</summary>
    internal static string[] Unshare => IsRoot ? ["--mount", "--net"] : ["--map-root-user", "--mount", "--net"];

    /// <summary>Arguments of nsenter for namespaces of a process.</summary>
    internal static string[] Enter(int pid, params string[] which)
    {
        string[] target = ["-t", pid.ToString(CultureInfo.InvariantCulture), .. which];
        return IsRoot ? target : ["--preserve-credentials", "-U", .. target];
    }

    /// <summary>A process that keeps the namespaces: loopback up, an empty /run, and <c>folder/run</c> as its /run/pcscd.</summary>
    internal static TestProcess Hold(string folder) => TestProcess.Start("unshare", [.. Unshare, "sh", "-c", """
        set -e
        ip link set lo up
        mount -t tmpfs tmpfs /run
        mkdir /run/pcscd
        mount --bind "$1/run" /run/pcscd
        echo namespaces ready
        exec setpriv --pdeathsig KILL -- sleep infinity
        """, "sh", folder]);
}
