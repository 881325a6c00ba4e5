using EidAuth.Login;

namespace EidAgent.Prompts;

/// <summary>What the PIN window says: who asks, how many tries are left, whether the last PIN was wrong.</summary>
/// <param name="Origin">The site, always shown; null when no site asks but the person at this computer.</param>
/// <param name="Language">nl, fr, de or en.</param>
/// <param name="TriesLeft">Null when the card cannot tell.</param>
/// <param name="WasWrong">The PIN before this one was wrong.</param>
public sealed record PinQuestion(Origin? Origin, string Language, int? TriesLeft, bool WasWrong)
{
    /// <summary>What the PIN is wanted for; anything but a login has no site.</summary>
    public PinPurpose Purpose { get; init; }

    /// <summary>The reader that the card is in, as it calls itself: hostile text. Null when it is not known.</summary>
    public string? Reader { get; init; }

    /// <summary>The fields of the card that leave it with the signature, by their names in the request; the login certificate always does.</summary>
    public IReadOnlyList<string> Leaves { get; init; } = [];
}
