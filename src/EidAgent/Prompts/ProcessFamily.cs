using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EidAgent.Prompts;

/// <summary>
/// A child and all that came from it, told by a mark in their environment: a process that left its parent's group and session still carries it. Linux; elsewhere nobody is found.
/// </summary>
internal sealed class ProcessFamily
{
    private const string Variable = "EIDAGENT_PROMPT";

    private const int LongestEnvironment = 1 << 20;

    // Who forks faster than that is no prompt program any more.
    private const int MostPasses = 10;

    private readonly string mark = RandomNumberGenerator.GetHexString(32);

    /// <summary>Puts the mark into the environment that the child will have.</summary>
    public void Mark(IDictionary<string, string?> environment) => environment[Variable] = mark;

    /// <summary>Kills those who still live, and whom they started meanwhile.</summary>
    public void End()
    {
        var living = Living();
        for (var pass = 0; living.Count > 0 && pass < MostPasses; pass++)
        {
            living.ForEach(Kill);
            living = Living();
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself in between.
        }
    }

    private List<int> Living()
    {
        var living = new List<int>();
        if (!OperatingSystem.IsLinux())
        {
            return living;
        }

        var wanted = Encoding.ASCII.GetBytes($"{Variable}={mark}");
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id != Environment.ProcessId && Carries(folder, wanted))
            {
                living.Add(id);
            }
        }

        return living;
    }

    private static bool Carries(string folder, ReadOnlySpan<byte> wanted)
    {
        try
        {
            using var file = File.OpenHandle(Path.Combine(folder, "environ"));
            var read = new byte[4096];
            for (long at = 0; at < LongestEnvironment;)
            {
                var count = RandomAccess.Read(file, read, at);
                if (read.AsSpan(0, count).IndexOf(wanted) >= 0)
                {
                    return true;
                }

                // The mark may lie across two pieces.
                at += count - wanted.Length;
                if (count < read.Length)
                {
                    return false;
                }
            }

            return false;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            // Gone, or another user's.
            return false;
        }
    }
}
