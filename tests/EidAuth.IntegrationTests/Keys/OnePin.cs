using System.Text;
using EidAuth.Belpic;

namespace EidAuth.IntegrationTests.Keys;

/// <summary>A person who types 1234 each time.</summary>
internal sealed class OnePin : ISignaturePrompt
{
    public int AskPin(SignatureRequest request, Span<byte> pin) => Encoding.ASCII.GetBytes("1234", pin);

    public bool AskOnPinPad(SignatureRequest request) => false;
}
