namespace EidAuth.Simulator.Cards;

/// <summary>How a command is written down: hexadecimal, and dots where a PIN or PUK could be.</summary>
internal static class CommandTrace
{
    public static string Of(ReadOnlySpan<byte> command)
    {
        const int header = 5;
        // VERIFY, CHANGE REFERENCE DATA, RESET RETRY COUNTER; in any class, well-formed or not.
        var secret = command.Length > header && command[1] is 0x20 or 0x24 or 0x2C;
        return secret
            ? Convert.ToHexString(command[..header]) + new string('.', 2 * (command.Length - header))
            : Convert.ToHexString(command);
    }
}
