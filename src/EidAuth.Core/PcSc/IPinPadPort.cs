namespace EidAuth.PcSc;

/// <summary>How a reader's keypad is spoken to: by controls of the driver, or by pseudo-APDUs among the card's commands.</summary>
internal interface IPinPadPort
{
    bool Offers(PinPadFeature feature);

    /// <summary>Runs a feature that is offered; blocks as long as the reader does. Returns how many bytes of <paramref name="output"/> were written.</summary>
    /// <exception cref="Iso7816.CardException">As for Control and Transmit of the handle.</exception>
    int Run(PinPadFeature feature, ReadOnlySpan<byte> input, Span<byte> output);

    /// <summary>The code of GET_KEY_PRESSED in an answer of <see cref="Run"/>, or null when it is none.</summary>
    byte? KeyIn(ReadOnlySpan<byte> answer);
}
