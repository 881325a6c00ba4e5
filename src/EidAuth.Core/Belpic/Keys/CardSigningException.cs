using System.Security.Cryptography;
using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <summary>
/// The card made no signature. It is what <see cref="RSA"/> and <see cref="ECDsa"/> may throw, so that libraries which know nothing of cards let it pass.
/// Carries nothing personal.
/// </summary>
public sealed class CardSigningException : CryptographicException
{
    internal CardSigningException(CardSigningFailure failure, int? triesLeft = null)
        : base($"The card made no signature: {failure}.") => (Failure, TriesLeft) = (failure, triesLeft);

    internal CardSigningException(CardException cause)
        : base("The card made no signature: " + cause.Message, cause) => (Failure, Fault) = (CardSigningFailure.Card, cause.Fault);

    /// <summary>Which of the closed list.</summary>
    public CardSigningFailure Failure { get; }

    /// <summary>With WrongPin and FewerTries: PIN tries left.</summary>
    public int? TriesLeft { get; }

    /// <summary>With Card: what went wrong on the road to it.</summary>
    public CardFault? Fault { get; }
}
