using EidAuth.Belpic;

namespace EidAuth.Benchmarks.Card;

/// <summary>A person who signs at once.</summary>
internal sealed class SignaturePin(string pin) : ISignaturePrompt
{
    public int AskPin(SignatureRequest request, Span<byte> digits) => System.Text.Encoding.ASCII.GetBytes(pin, digits);

    public bool AskOnPinPad(SignatureRequest request) => false;
}
