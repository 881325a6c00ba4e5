namespace EidAuth.Simulator.Cards;

/// <summary>
/// How a command is written down: hexadecimal, and dots for everything that could be a PIN or PUK. Data is shown only of instructions that never carry one, so a
/// command that is malformed, extended, oversized or unknown tells nothing by accident.
/// </summary>
internal static class CommandTrace
{
    private const int HeaderLength = 5;

    public static string Of(ReadOnlySpan<byte> command)
    {
        var shown = ShownLength(command);
        return Convert.ToHexString(command[..shown]) + new string('.', 2 * (command.Length - shown));
    }

    private static int ShownLength(ReadOnlySpan<byte> command)
    {
        // A PIN block alone begins 24 to 2C, digits in ASCII 30 to 39.
        if (command.Length < 2 || command[0] is not (Instruction.IsoClass or Instruction.OwnClass))
        {
            return 0;
        }

        if (command[1] is Instruction.Select or Instruction.ReadBinary or Instruction.ReadRecord or Instruction.GetCardData or Instruction.GetChallenge
            or Instruction.GetResponse or Instruction.LogOff or Instruction.ManageSecurityEnvironment or Instruction.PerformSecurityOperation
            or Instruction.InternalAuthenticate)
        {
            return command.Length;
        }

        if (command[1] is Instruction.Verify or Instruction.ChangeReferenceData or Instruction.ResetRetryCounter)
        {
            // Where Lc is missing, the block begins in its place.
            var hasLc = command.Length >= HeaderLength && (command.Length == HeaderLength || command[HeaderLength - 1] + HeaderLength == command.Length);
            return Math.Min(command.Length, hasLc ? HeaderLength : HeaderLength - 1);
        }

        return 2;
    }
}
