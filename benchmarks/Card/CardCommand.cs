namespace EidAuth.Benchmarks.Card;

/// <summary>One command to a card and its answer, as T=0 carries them; without the bytes that could be a PIN.</summary>
/// <param name="Text">Hexadecimal; of VERIFY and CHANGE REFERENCE DATA the header alone.</param>
/// <param name="Sent">Bytes of the command.</param>
/// <param name="Received">Bytes of the answer, status word included.</param>
internal sealed record CardCommand(string Text, int Sent, int Received)
{
    private const int Header = 5;

    public static CardCommand Of(ReadOnlySpan<byte> command, int received)
    {
        var isSecret = command.Length > Header && command[1] is 0x20 or 0x24 or 0x2C;
        return new CardCommand(Convert.ToHexString(isSecret ? command[..Header] : command), command.Length, received);
    }

    public bool Is(params string[] beginnings) => beginnings.Any(beginning => Text.StartsWith(beginning, StringComparison.Ordinal));
}
