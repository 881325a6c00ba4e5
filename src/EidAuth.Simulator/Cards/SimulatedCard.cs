namespace EidAuth.Simulator.Cards;

/// <summary>
/// A Belgian eID card at the level of APDUs: real keys, real signatures, a PIN counter that survives resets. Thread-safe; one command at a time. Made by
/// <see cref="Pki.TestPki.IssueCard"/>.
/// </summary>
public sealed class SimulatedCard
{
    /// <summary>The citizen's id, for example adult-18.</summary>
    public string Id => throw new NotImplementedException();

    /// <summary>The answer to reset of this generation.</summary>
    public ReadOnlyMemory<byte> Atr => throw new NotImplementedException();

    /// <summary>PIN tries left, 0 to 3.</summary>
    public int TriesLeft => throw new NotImplementedException();

    /// <summary>Every command since the card was made, hexadecimal, with the data of VERIFY and CHANGE replaced by dots.</summary>
    public IReadOnlyList<string> Transcript => throw new NotImplementedException();

    /// <summary>Takes a command APDU and answers data and SW1 SW2; never throws on any bytes.</summary>
    public byte[] Transmit(ReadOnlySpan<byte> command) => throw new NotImplementedException();

    /// <summary>Power off, power on or warm reset: selected file, security environment and PIN state are gone, the counter stays.</summary>
    public void Reset() => throw new NotImplementedException();
}
