namespace EidAgent.Tracing;

/// <summary>What a trace may know of a command APDU: its header and two lengths (ISO 7816-4 §5.1). Numbers alone, so that no data field fits in.</summary>
/// <param name="Cla">Class.</param>
/// <param name="Ins">Instruction.</param>
/// <param name="P1">First parameter.</param>
/// <param name="P2">Second parameter.</param>
/// <param name="DataLength">How many bytes of data the command had.</param>
/// <param name="ExpectedLength">Le as it was written, 0 standing for 256; null where none was.</param>
internal readonly record struct CommandShape(byte Cla, byte Ins, byte P1, byte P2, int DataLength, byte? ExpectedLength)
{
    private const int HeaderLength = 4;

    /// <summary>The shape of a command. Where header and length do not agree, everything behind the header counts as data.</summary>
    public static CommandShape Of(ReadOnlySpan<byte> command) => command.Length switch
    {
        < HeaderLength => default,
        HeaderLength => new(command[0], command[1], command[2], command[3], 0, null),
        HeaderLength + 1 => new(command[0], command[1], command[2], command[3], 0, command[HeaderLength]),
        _ when command.Length == HeaderLength + 2 + command[HeaderLength] => new(command[0], command[1], command[2], command[3], command[HeaderLength], command[^1]),
        _ => new(command[0], command[1], command[2], command[3], command.Length - HeaderLength - 1, null),
    };
}
