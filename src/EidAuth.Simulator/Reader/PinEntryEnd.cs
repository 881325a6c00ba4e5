namespace EidAuth.Simulator.Reader;

/// <summary>How the keypad stopped waiting.</summary>
internal enum PinEntryEnd
{
    Ok,
    TooShort,
    NewPinsDiffer,
    Cancelled,
    Aborted,
    TimedOut,
    CardRemoved,
    HandleClosed,
}
