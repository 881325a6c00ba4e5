using System.Security.Cryptography;

namespace EidAgent.Prompts;

/// <summary>The digits a person typed, in memory that is zeroed on disposal; or why there are none.</summary>
public sealed class PinEntry : IDisposable
{
    private readonly byte[] digits;

    private PinEntry(byte[] digits, PinEntryOutcome outcome) => (this.digits, Outcome) = (digits, outcome);

    /// <summary>How it ended.</summary>
    public PinEntryOutcome Outcome { get; }

    /// <summary>4 to 12 ASCII digits, empty unless <see cref="PinEntryOutcome.Entered"/>.</summary>
    public ReadOnlySpan<byte> Digits => digits;

    /// <summary>Takes over an array that holds ASCII digits.</summary>
    public static PinEntry Of(byte[] digits) => new(digits, PinEntryOutcome.Entered);

    /// <summary>No PIN.</summary>
    public static PinEntry None(PinEntryOutcome outcome) => new([], outcome);

    /// <inheritdoc/>
    public void Dispose() => CryptographicOperations.ZeroMemory(digits);

    /// <summary>Says nothing of the digits.</summary>
    public override string ToString() => Outcome.ToString();
}
