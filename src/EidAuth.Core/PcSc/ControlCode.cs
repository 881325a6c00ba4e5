namespace EidAuth.PcSc;

/// <summary>Reader control codes (PC/SC part 10 §2.2). Windows counts them differently from pcsc-lite and macOS.</summary>
public static class ControlCode
{
    private const uint FeatureRequest = 3400;

    /// <summary>CM_IOCTL_GET_FEATURE_REQUEST of this system.</summary>
    public static readonly uint GetFeatureRequest = Of(FeatureRequest);

    /// <summary>SCARD_CTL_CODE(n) of this system.</summary>
    public static uint Of(uint function) => OperatingSystem.IsWindows() ? OnWindows(function) : Elsewhere(function);

    /// <summary>CTL_CODE of a smart card device, buffered: 31 in the high half, the function two bits up.</summary>
    internal static uint OnWindows(uint function) => (0x31 << 16) | (function << 2);

    internal static uint Elsewhere(uint function) => 0x42000000 + function;
}
