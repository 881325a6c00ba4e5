namespace EidAuth.Simulator.Cards;

/// <summary>The instruction bytes that citizens' cards know, and the class byte each wants.</summary>
internal static class Instruction
{
    public const byte IsoClass = 0x00;
    public const byte OwnClass = 0x80;

    public const byte Verify = 0x20;
    public const byte ManageSecurityEnvironment = 0x22;
    public const byte ChangeReferenceData = 0x24;
    public const byte PerformSecurityOperation = 0x2A;
    public const byte ResetRetryCounter = 0x2C;
    public const byte GetChallenge = 0x84;
    public const byte InternalAuthenticate = 0x88;
    public const byte Select = 0xA4;
    public const byte ReadBinary = 0xB0;
    public const byte ReadRecord = 0xB2;
    public const byte GetResponse = 0xC0;
    public const byte GetCardData = 0xE4;
    public const byte LogOff = 0xE6;

    /// <summary>The class byte of an instruction, or null when this generation does not have it.</summary>
    public static byte? ClassOf(byte instruction, CardProfile profile) => instruction switch
    {
        Select or ReadBinary or Verify or ChangeReferenceData or ManageSecurityEnvironment or PerformSecurityOperation or GetResponse or GetChallenge
            => IsoClass,
        GetCardData or LogOff => OwnClass,
        InternalAuthenticate when profile.AuthenticatesItself.Value => IsoClass,
        ReadRecord when profile.ReadsRecords.Value => OwnClass,
        _ => null,
    };
}
