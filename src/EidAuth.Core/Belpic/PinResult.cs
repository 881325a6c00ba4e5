namespace EidAuth.Belpic;

/// <summary>How verifying or changing the PIN ends when neither card nor reader broke.</summary>
public abstract record PinResult
{
    private PinResult()
    {
    }

    /// <summary>Verified, or changed.</summary>
    public sealed record Done : PinResult;

    /// <summary>63Cx: wrong PIN. Of a card that does not tell its tries this is the first that is known of them.</summary>
    public sealed record WrongPin(int TriesLeft) : PinResult;

    /// <summary>Only the last try is left, and the person was told of more, or of nothing. No PIN was sent: it is to be asked again, with the warning.</summary>
    public sealed record FewerTries(int TriesLeft) : PinResult;

    /// <summary>6983 or 63C0, or no try was left before: the PIN is blocked. Only the municipality can give a new one.</summary>
    public sealed record Blocked : PinResult;

    /// <summary>6401: cancelled on the reader's keypad, or its question was withdrawn. No PIN was sent.</summary>
    public sealed record PinPadCancelled : PinResult;

    /// <summary>6400: nothing was typed on the reader's keypad. No PIN was sent.</summary>
    public sealed record PinPadTimedOut : PinResult;

    /// <summary>6402: the two new PINs typed on the keypad differ. No try was used.</summary>
    public sealed record NewPinsDiffer : PinResult;

    /// <summary>6403, or 4 to 12 digits were not given: no try was used.</summary>
    public sealed record PinLength : PinResult;

    /// <summary>6A80 or 6700 to CHANGE REFERENCE DATA: the card takes no PIN of that form. The old one stands and no try was used.</summary>
    public sealed record NewPinRefused : PinResult;

    /// <summary>
    /// The card, the reader or the service failed after CHANGE REFERENCE DATA was on its way: the old PIN may stand or the new one. Checking the new one tells, at
    /// the cost of a try when it is the old one that stands.
    /// </summary>
    /// <param name="Fault">What was seen of it.</param>
    public sealed record ChangeUnknown(Iso7816.CardFault Fault) : PinResult;
}
