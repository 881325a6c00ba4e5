namespace EidAuth.Simulator.Vpcd;

/// <summary>A slot of the vpcd driver.</summary>
/// <param name="Port">Its port on this machine.</param>
/// <param name="Clock">How long slow and mute last.</param>
internal sealed record VpcdSlot(int Port, TimeProvider Clock)
{
    /// <summary>The reader answers 61xx and 6Cxx itself.</summary>
    public bool ResolvesLengths { get; init; }
}
