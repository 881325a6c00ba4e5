using EidAuth.Login;

namespace EidAgent.Guard;

/// <summary>What stands between sites and the card's counter. Every PIN that is asked for a site is asked for here first, one by one.</summary>
internal interface IPinGuard
{
    /// <summary>Whether a site may have the PIN of this card asked.</summary>
    /// <param name="site">Who asks.</param>
    /// <param name="chipNumber">Of the card that is open; it is not kept as it is.</param>
    /// <param name="triesLeft">What the card told just now, 1 to 3, or null when it does not tell.</param>
    PinVerdict Judge(Origin site, ReadOnlySpan<byte> chipNumber, int? triesLeft);

    /// <summary>The card refused a PIN.</summary>
    /// <param name="site">For whom it was asked; null when the person checked it here.</param>
    /// <param name="chipNumber">Of the card that refused it.</param>
    /// <param name="triesLeft">What that card told.</param>
    void Wrong(Origin? site, ReadOnlySpan<byte> chipNumber, int triesLeft);

    /// <summary>The card took a PIN for a site: what was wrong with this card before counts no more.</summary>
    void Right(ReadOnlySpan<byte> chipNumber);

    /// <summary>The card took a PIN on the agent's own page: sites may ask again, all of them.</summary>
    void Lift(ReadOnlySpan<byte> chipNumber);

    /// <summary>A card that does not tell its tries was sent a PIN, and what it made of it is not known: nor is what is left.</summary>
    void Unanswered(ReadOnlySpan<byte> chipNumber);
}
