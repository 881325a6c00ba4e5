namespace EidAuth.PcSc;

/// <summary>Numbers that are the same on every system (PC/SC part 5, winscard.h).</summary>
internal static class ScardConstant
{
    public const uint ScopeUser = 0;
    public const uint ScopeSystem = 2;
    public const uint ShareShared = 2;
    public const uint ProtocolT0 = 1;
    public const uint LeaveCard = 0;
    public const uint ResetCard = 1;

    /// <summary>Readers plugged in between the two calls of a listing make it longer: it is begun again this often.</summary>
    public const int ListingAttempts = 5;
}
