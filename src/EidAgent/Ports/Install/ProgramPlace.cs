using System.Buffers;
using EidAgent.Data;

namespace EidAgent.Ports.Install;

/// <summary>Where the program is, as the system part would start it at each boot for everybody: only root may be able to change it.</summary>
internal static class ProgramPlace
{
    // A unit file gives most other characters a meaning (systemd.service(5), command lines).
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._+-");

    /// <summary>The command that starts this program: its own file, or the runtime and the file that it runs.</summary>
    public static IReadOnlyList<string> OfThisProcess()
    {
        var process = Environment.ProcessPath ?? "";
        var runtime = Path.GetFileNameWithoutExtension(process) == "dotnet";
        return runtime ? [process, typeof(ProgramPlace).Assembly.Location] : [process];
    }

    /// <summary>Every file and every folder above it is root's, is what it seems (no link), and nobody else may write there.</summary>
    public static bool IsRoots(string path)
    {
        if (!Path.IsPathFullyQualified(path) || path.AsSpan().ContainsAnyExcept(Plain))
        {
            return false;
        }

        for (var part = path; part is not null; part = Path.GetDirectoryName(part))
        {
            using var held = LinuxPath.Hold(part);
            if (held is not { Owner: 0, IsLink: false, IsWritableByOthers: false })
            {
                return false;
            }
        }

        return true;
    }
}
