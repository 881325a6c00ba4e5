using System.Globalization;

namespace EidAuth.IntegrationTests.Soak;

/// <summary>What a program holds and has used at one moment, as proc(5) tells it.</summary>
/// <param name="Ticks">Time on a processor, user and system, in hundredths of a second.</param>
/// <param name="WakeUps">How often one of its threads went to sleep of its own accord, and so was woken.</param>
/// <param name="Handles">Open descriptors.</param>
/// <param name="Threads">Its threads.</param>
/// <param name="WorkingSetMegabytes">Resident memory, MiB.</param>
/// <param name="OwnMegabytes">Of that, what no file stands behind: heaps and stacks, MiB.</param>
internal readonly record struct ProgramUse(long Ticks, long WakeUps, int Handles, int Threads, double WorkingSetMegabytes, double OwnMegabytes)
{
    private const int UserTicks = 11;

    public static ProgramUse Of(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var status = File.ReadAllLines($"/proc/{process}/status");
        return new ProgramUse(
            long.Parse(fields[UserTicks], CultureInfo.InvariantCulture) + long.Parse(fields[UserTicks + 1], CultureInfo.InvariantCulture),
            Directory.GetDirectories($"/proc/{process}/task").Sum(WakeUpsOf),
            Directory.GetFileSystemEntries($"/proc/{process}/fd").Length,
            (int)Number(status, "Threads:"),
            Number(status, "VmRSS:") / 1024.0,
            Number(status, "RssAnon:") / 1024.0);
    }

    private static long WakeUpsOf(string thread)
    {
        try
        {
            return Number(File.ReadAllLines(Path.Combine(thread, "status")), "voluntary_ctxt_switches:");
        }
        catch (IOException)
        {
            // It ended in between.
            return 0;
        }
    }

    private static long Number(string[] status, string name) => long.Parse(
        status.Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
