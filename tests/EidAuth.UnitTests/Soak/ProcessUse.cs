using System.Globalization;

namespace EidAuth.UnitTests.Soak;

/// <summary>What this process holds at one moment (proc(5)), its garbage collected before.</summary>
internal readonly record struct ProcessUse(double HeapMegabytes, double WorkingSetMegabytes, int Handles, int Threads)
{
    public static ProcessUse Now()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        var status = File.ReadAllLines("/proc/self/status");
        return new ProcessUse(
            GC.GetTotalMemory(forceFullCollection: true) / 1e6, Number(status, "VmRSS:") / 1024.0, Directory.GetFileSystemEntries("/proc/self/fd").Length, Number(status, "Threads:"));
    }

    private static int Number(string[] status, string name) => int.Parse(
        status.Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
}
