using EidAuth.Simulator.Faults;

namespace EidAuth.Simulator.Reader;

/// <summary>What a person sees of the reader. Never holds digits, only how many were typed.</summary>
/// <param name="CardId">The citizen's id of the card that is in, or null.</param>
/// <param name="Display">Which text the display shows.</param>
/// <param name="Digits">How many digits were typed.</param>
/// <param name="KeypadWaits">A PIN is asked for now.</param>
/// <param name="Version">Counts changes.</param>
public sealed record ReaderPanel(string? CardId, ReaderDisplay Display, int Digits, bool KeypadWaits, int Version)
{
    /// <summary>The faults that wait, each told from now.</summary>
    public IReadOnlyList<PlannedFault> Faults { get; init; } = [];

    /// <summary>With <see cref="ReaderDisplay.PinWrong"/>: how many tries the card said are left.</summary>
    public int? TriesLeft { get; init; }
}
