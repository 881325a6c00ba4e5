namespace EidAuth.Belpic;

/// <summary>Asks the person for the PIN of one signature. It is asked anew for each: the card wants it so, and nobody signs twice unawares.</summary>
public interface ISignaturePrompt
{
    /// <summary>Asks in the program's own window. No transaction is open meanwhile; take the time it takes.</summary>
    /// <param name="request">What is to be signed.</param>
    /// <param name="pin">Takes 4 to 12 ASCII digits, and nothing else may keep them. Zeroed by the caller afterwards.</param>
    /// <returns>How many digits were written; 0 when the person does not want to sign.</returns>
    int AskPin(SignatureRequest request, Span<byte> pin);

    /// <summary>The reader is about to ask on its own keypad. False when the person does not want to sign.</summary>
    /// <param name="request">What is to be signed.</param>
    bool AskOnPinPad(SignatureRequest request);
}
