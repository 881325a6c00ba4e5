using System.Globalization;

namespace EidAuth.Benchmarks.Validation;

/// <summary>How many programs wanted a processor in the last minute, where the system tells (Linux).</summary>
internal static class SystemLoad
{
    /// <summary>The load average, or null.</summary>
    public static double? Now() =>
        File.Exists("/proc/loadavg") && double.TryParse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture, out var load) ? load : null;
}
