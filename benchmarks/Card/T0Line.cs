namespace EidAuth.Benchmarks.Card;

/// <summary>
/// How long commands take on the line between reader and card, by the characters of T=0 (ISO 7816-3 §10.3): header 5, data there, data back, SW1 SW2, and one
/// procedure byte where there is data; each 12 etu, since no answer to reset asks for more guard time. What the card computes, what the reader does over USB and what
/// programs wait for is not in it.
/// </summary>
internal static class T0Line
{
    /// <summary>TA1 = 13, the older cards: 4 MHz × 4 / 372.</summary>
    public const int Slow = 43_010;

    /// <summary>TA1 = 96, 1.8: 4 MHz × 32 / 512.</summary>
    public const int Fast = 250_000;

    private const int Header = 5;
    private const int StatusWord = 2;
    private const int EtuPerCharacter = 12;

    public static int Characters(CardCommand command)
    {
        var there = Math.Max(0, command.Sent - Header);
        var back = Math.Max(0, command.Received - StatusWord);
        return Header + there + back + StatusWord + (there + back > 0 ? 1 : 0);
    }

    public static double Milliseconds(IEnumerable<CardCommand> commands, int bitsPerSecond) =>
        1000.0 * EtuPerCharacter * commands.Sum(Characters) / bitsPerSecond;
}
