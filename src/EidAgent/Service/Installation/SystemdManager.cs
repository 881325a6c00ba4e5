using System.ComponentModel;
using System.Diagnostics;

namespace EidAgent.Service.Installation;

/// <summary>The user's service manager, by its own program.</summary>
internal static class SystemdManager
{
    /// <summary>What makes it read the units and listen at once.</summary>
    public static IReadOnlyList<string[]> Begin { get; } = [["--user", "daemon-reload"], ["--user", "start", SystemdUnits.Socket]];

    /// <summary>What makes it let go of the port and of the agent.</summary>
    public static IReadOnlyList<string[]> End { get; } = [["--user", "stop", SystemdUnits.Socket, SystemdUnits.Service]];

    /// <summary>What makes it forget the units.</summary>
    public static IReadOnlyList<string[]> Forget { get; } = [["--user", "daemon-reload"]];

    /// <summary>Runs them one after the other; false at the first that fails. Without a running manager, as in a container, all fail.</summary>
    public static async Task<bool> TryAsync(IReadOnlyList<string[]> commands, CancellationToken cancellation)
    {
        foreach (var arguments in commands)
        {
            try
            {
                using var process = Process.Start(new ProcessStartInfo("systemctl", arguments) { RedirectStandardError = true, RedirectStandardOutput = true });
                if (process is null)
                {
                    return false;
                }

                await Task.WhenAll(process.StandardError.ReadToEndAsync(cancellation), process.StandardOutput.ReadToEndAsync(cancellation), process.WaitForExitAsync(cancellation));
                if (process.ExitCode != 0)
                {
                    return false;
                }
            }
            catch (Win32Exception)
            {
                return false;
            }
        }

        return true;
    }
}
