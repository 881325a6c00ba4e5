namespace EidAuth.Simulator.Reader;

/// <summary>What a program asks of the keypad: PIN_VERIFY_STRUCTURE or PIN_MODIFY_STRUCTURE, understood.</summary>
internal interface IPinStructure
{
    PinEntryFormat Format { get; }

    /// <summary>What is asked, in order.</summary>
    IReadOnlyList<ReaderDisplay> Questions { get; }

    /// <summary>The display once the card has accepted.</summary>
    ReaderDisplay Success { get; }

    /// <summary>Length of the command that <see cref="WriteCommand"/> writes.</summary>
    int CommandLength { get; }

    /// <summary>Copies the command template and writes the PINs into it.</summary>
    /// <param name="round">The PINs, one for each question.</param>
    /// <param name="command">At least <see cref="CommandLength"/> bytes; holds PINs afterwards.</param>
    void WriteCommand(PinEntryRound round, Span<byte> command);
}
