namespace EidAuth.PcSc;

/// <summary>Reader control codes (PC/SC part 10 §2.2). Windows counts them differently from pcsc-lite and macOS.</summary>
public static class ControlCode
{
    /// <summary>CM_IOCTL_GET_FEATURE_REQUEST, function 3400.</summary>
    public static readonly uint GetFeatureRequest = Of(3400);

    /// <summary>SCARD_CTL_CODE(n) of this system.</summary>
    public static uint Of(uint function) => OperatingSystem.IsWindows() ? (0x31 << 16) | (function << 2) : 0x42000000 + function;
}
