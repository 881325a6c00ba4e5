namespace EidAuth.Transcripts;

/// <summary>Which commands carry what no transcript may hold, or change the card each time.</summary>
internal static class CommandData
{
    public const byte GetResponse = 0xC0;
    public const byte Select = 0xA4;
    public const byte ReadBinary = 0xB0;
    public const byte ReadRecord = 0xB2;
    public const byte LogOff = 0xE6;

    /// <summary>VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER, PSO, INTERNAL AUTHENTICATE: by instruction alone, whatever the class.</summary>
    public static bool IsSecret(byte instruction) => instruction is 0x20 or 0x24 or 0x2C or 0x2A or 0x88;
}
