namespace EidAuth.Iso7816;

/// <summary>What went wrong between us and the card. One closed list; each has one row in docs/failure-codes.md.</summary>
public enum CardFault
{
    /// <summary>No PC/SC service answers (SCARD_E_NO_SERVICE).</summary>
    ServiceUnavailable,

    /// <summary>The reader is not there, or no longer.</summary>
    ReaderUnavailable,

    /// <summary>There is no card in the reader.</summary>
    NoCard,

    /// <summary>The card was pulled out during the operation (SCARD_W_REMOVED_CARD, SCARD_E_NOT_TRANSACTED).</summary>
    Removed,

    /// <summary>Another program reset the card (SCARD_W_RESET_CARD): selected file, security environment and PIN state are gone.</summary>
    Reset,

    /// <summary>Another program holds the card (SCARD_E_SHARING_VIOLATION).</summary>
    Busy,

    /// <summary>The card is in the reader and does not answer (SCARD_W_UNRESPONSIVE_CARD).</summary>
    Mute,

    /// <summary>The wait ran out.</summary>
    Timeout,

    /// <summary>The wait was cancelled.</summary>
    Cancelled,

    /// <summary>The card answered something its manual does not allow; <see cref="CardException.StatusWord"/> says what when there was a status word.</summary>
    Protocol,

    /// <summary>The card in the reader is not a Belgian eID card.</summary>
    NotBelgian,

    /// <summary>The card says it is not activated (6283, 6985 or 6D00 on SELECT and READ).</summary>
    NotActivated,
}
