using System.Diagnostics;
using System.Runtime.InteropServices;

namespace EidAuth.Benchmarks.Validation;

/// <summary>Time that this thread had a processor, where the system tells (Linux); elsewhere what went by. What other programs take is not in it.</summary>
internal static partial class ThreadTime
{
    private const int ClockThreadCpuTime = 3;

    /// <summary>It is processor time.</summary>
    public static bool IsOfProcessor => OperatingSystem.IsLinux();

    /// <summary>In nanoseconds, from any beginning.</summary>
    public static long Now()
    {
        if (!IsOfProcessor)
        {
            return (long)(Stopwatch.GetTimestamp() * (1e9 / Stopwatch.Frequency));
        }

        _ = clock_gettime(ClockThreadCpuTime, out var time);
        return ((long)time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    [LibraryImport("libc")]
    private static partial int clock_gettime(int clock, out TimeSpec time);

    private readonly struct TimeSpec
    {
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
