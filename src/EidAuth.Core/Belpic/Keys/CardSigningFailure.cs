namespace EidAuth.Belpic;

/// <summary>Why the card made no signature. One closed list; each has one row in docs/failure-codes.md.</summary>
public enum CardSigningFailure
{
    /// <summary>The person does not want to sign: in the program's own window or on the reader's keypad (6401).</summary>
    Cancelled,

    /// <summary>6400: nothing was typed on the reader's keypad.</summary>
    TimedOut,

    /// <summary>Not 4 to 12 digits (6403 on a keypad). No try was used.</summary>
    PinLength,

    /// <summary>63Cx: wrong PIN; <see cref="CardSigningException.TriesLeft"/> says how many tries are left.</summary>
    WrongPin,

    /// <summary>Fewer tries are left than the person was told, and only the last or none. No PIN was sent; ask again, with the warning.</summary>
    FewerTries,

    /// <summary>No tries are left. Only the municipality can give a new PIN.</summary>
    PinBlocked,

    /// <summary>Card, reader or service failed, or the card was removed or reset; <see cref="CardSigningException.Fault"/> says which.</summary>
    Card,
}
