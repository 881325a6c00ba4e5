namespace EidAgent.Prompts;

/// <summary>What the card takes for a PIN: 4 to 12 digits (PIN format 2 holds at most 12).</summary>
internal static class PinDigits
{
    public const int Least = 4;

    public const int Most = 12;

    public static bool AreWellFormed(ReadOnlySpan<byte> typed) =>
        typed.Length is >= Least and <= Most && !typed.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
