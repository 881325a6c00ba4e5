namespace EidAuth.Simulator.Reader;

/// <summary>The texts of the reader's display; the page has them in four languages.</summary>
public enum ReaderDisplay
{
    /// <summary>Insert your card.</summary>
    InsertCard,

    /// <summary>Card is in, nothing is asked.</summary>
    Ready,

    /// <summary>The card works.</summary>
    Busy,

    /// <summary>Enter your PIN, then OK.</summary>
    EnterPin,

    /// <summary>Enter the PIN that is to be changed, then OK.</summary>
    EnterOldPin,

    /// <summary>Enter a new PIN, then OK.</summary>
    EnterNewPin,

    /// <summary>Enter the new PIN again, then OK.</summary>
    RepeatNewPin,

    /// <summary>PIN right.</summary>
    PinOk,

    /// <summary>PIN wrong.</summary>
    PinWrong,

    /// <summary>PIN blocked.</summary>
    PinBlocked,

    /// <summary>Cancelled.</summary>
    Cancelled,

    /// <summary>Nothing typed in time.</summary>
    TimedOut,

    /// <summary>OK was pressed after too few digits; no try was used.</summary>
    PinTooShort,

    /// <summary>PIN changed.</summary>
    PinChanged,

    /// <summary>The new PIN was not typed the same way twice; no try was used.</summary>
    NewPinsDiffer,
}
