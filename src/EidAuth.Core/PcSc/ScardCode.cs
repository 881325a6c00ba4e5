namespace EidAuth.PcSc;

/// <summary>PC/SC return codes, the low 32 bits. pcsc-lite returns them as positive 64-bit numbers.</summary>
internal static class ScardCode
{
    public const uint Success = 0;
    public const uint InvalidHandle = 0x80100003;
    public const uint InsufficientBuffer = 0x80100008;
    public const uint UnknownReader = 0x80100009;
    public const uint Timeout = 0x8010000A;
    public const uint Cancelled = 0x80100002;
    public const uint SharingViolation = 0x8010000B;
    public const uint NoSmartcard = 0x8010000C;
    public const uint ProtocolMismatch = 0x8010000F;
    public const uint NotReady = 0x80100010;
    public const uint SystemCancelled = 0x80100012;
    public const uint CommError = 0x80100013;
    public const uint NotTransacted = 0x80100016;
    public const uint ReaderUnavailable = 0x80100017;
    public const uint NoService = 0x8010001D;
    public const uint ServiceStopped = 0x8010001E;

    /// <summary>SCARD_E_UNSUPPORTED_FEATURE of pcsc-lite; elsewhere SCARD_E_UNEXPECTED.</summary>
    public const uint UnsupportedFeatureLite = 0x8010001F;
    public const uint UnsupportedFeature = 0x80100022;

    /// <summary>ERROR_INVALID_FUNCTION and ERROR_NOT_SUPPORTED: Windows passes a driver's own answer on.</summary>
    public const uint WindowsInvalidFunction = 0x00000001;
    public const uint WindowsNotSupported = 0x00000032;
    public const uint NoReaders = 0x8010002E;
    public const uint UnresponsiveCard = 0x80100066;
    public const uint UnpoweredCard = 0x80100067;
    public const uint ResetCard = 0x80100068;
    public const uint RemovedCard = 0x80100069;
    public const uint SecurityViolation = 0x8010006A;
    public const uint CancelledByUser = 0x8010006E;
}
