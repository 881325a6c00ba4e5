using System.Text;
using EidAuth.Belpic;
using Xunit;

namespace EidAuth.UnitTests.Keys;

/// <summary>A person who types these PINs, one for each question; an empty one is a no.</summary>
public sealed class TypedPins(params string[] pins) : ISignaturePrompt
{
    private readonly Queue<string> pins = new(pins);

    /// <summary>What was asked.</summary>
    public List<SignatureRequest> Asked { get; } = [];

    /// <summary>What happens while the person types.</summary>
    public Action Meanwhile { get; set; } = () => { };

    /// <summary>How the person answers when the reader is to ask.</summary>
    public bool AgreesToPinPad { get; set; } = true;

    public int AskPin(SignatureRequest request, Span<byte> pin)
    {
        Assert.Equal(12, pin.Length);
        Asked.Add(request);
        Meanwhile();
        return Encoding.ASCII.GetBytes(pins.Dequeue(), pin);
    }

    public bool AskOnPinPad(SignatureRequest request)
    {
        Asked.Add(request);
        Meanwhile();
        return AgreesToPinPad;
    }
}
