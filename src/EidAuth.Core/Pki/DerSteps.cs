using System.Diagnostics.CodeAnalysis;

namespace EidAuth.Pki;

/// <summary>
/// The work of this thread's <see cref="DerReader"/>s, for tests that hold it against the length of hostile input. Counted only in a process whose runtime
/// configuration has <c>EidAuth.CountDerSteps</c>; elsewhere the flag is a constant of the compiled code, which leaves nothing of the counting in it.
/// </summary>
internal static class DerSteps
{
    /// <summary>This process counts.</summary>
    [FeatureSwitchDefinition("EidAuth.CountDerSteps")]
    public static bool AreCounted { get; } = AppContext.TryGetSwitch("EidAuth.CountDerSteps", out var isOn) && isOn;

    [ThreadStatic]
    private static long taken;

    /// <summary>Steps of this thread since it began: elements read, and bytes looked at one by one.</summary>
    public static long Taken => taken;

    /// <summary>Counts some more.</summary>
    public static void Add(int steps) => taken += steps;
}
