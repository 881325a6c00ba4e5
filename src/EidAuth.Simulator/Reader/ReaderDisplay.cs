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
}
