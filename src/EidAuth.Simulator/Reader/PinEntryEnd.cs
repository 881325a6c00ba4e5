namespace EidAuth.Simulator.Reader;

/// <summary>How the keypad stopped waiting.</summary>
internal enum PinEntryEnd
{
    Ok,
    TooShort,
    Cancelled,
    TimedOut,
    CardRemoved,
    HandleClosed,
}
