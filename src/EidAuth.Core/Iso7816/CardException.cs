namespace EidAuth.Iso7816;

/// <summary>A card operation that is broken, not one that was refused: refusals a user can meet are results. Carries no card data.</summary>
public sealed class CardException(CardFault fault, string message, StatusWord? statusWord = null) : Exception(message)
{
    /// <summary>Which of the closed list.</summary>
    public CardFault Fault { get; } = fault;

    /// <summary>The card's status word, where there was one.</summary>
    public StatusWord? StatusWord { get; } = statusWord;
}
