namespace EidAuth.Belpic;

/// <content>The PIN itself: checked or changed, never kept. Each call ends in LOG OFF.</content>
public sealed partial class BelpicSession
{
    /// <summary>VERIFY and LOG OFF: tells whether the PIN is right, and opens nothing.</summary>
    /// <param name="pin">4 to 12 ASCII digits; the caller zeroes them afterwards.</param>
    /// <param name="triesShown">The tries left that the person was told; when only the last is left by now, the PIN is not sent.</param>
    /// <exception cref="Iso7816.CardException">Removed or Reset since the session was opened, and the PIN was then not sent; Protocol; or a fault of the road.</exception>
    public PinResult VerifyPin(ReadOnlySpan<byte> pin, int? triesShown = null) => throw new NotImplementedException();

    /// <summary>The same with the PIN typed on the reader's keypad.</summary>
    /// <param name="language">nl, fr, de or en, for the reader's display.</param>
    /// <param name="triesShown">As above.</param>
    /// <exception cref="Iso7816.CardException">As above.</exception>
    /// <exception cref="InvalidOperationException">The reader has no keypad.</exception>
    public PinResult VerifyPinOnPinPad(string language, int? triesShown = null) => throw new NotImplementedException();

    /// <summary>CHANGE REFERENCE DATA and LOG OFF.</summary>
    /// <param name="current">4 to 12 ASCII digits; the caller zeroes them afterwards.</param>
    /// <param name="replacement">The same.</param>
    /// <param name="triesShown">As above.</param>
    /// <exception cref="Iso7816.CardException">As above.</exception>
    public PinResult ChangePin(ReadOnlySpan<byte> current, ReadOnlySpan<byte> replacement, int? triesShown = null) => throw new NotImplementedException();

    /// <summary>True when the reader's keypad can also change a PIN.</summary>
    public bool CanChangePinOnPinPad => throw new NotImplementedException();

    /// <summary>The same, all three PINs typed on the reader's keypad.</summary>
    /// <param name="language">nl, fr, de or en, for the reader's display.</param>
    /// <param name="triesShown">As above.</param>
    /// <exception cref="Iso7816.CardException">As above.</exception>
    /// <exception cref="InvalidOperationException">The reader's keypad cannot change a PIN.</exception>
    public PinResult ChangePinOnPinPad(string language, int? triesShown = null) => throw new NotImplementedException();
}
