namespace EidAuth.Simulator.Reader;

/// <summary>How the reader's keypad is spoken to (PC/SC part 10).</summary>
public enum PinPadRoad
{
    /// <summary>VERIFY PIN DIRECT and MODIFY PIN DIRECT: one control that ends with the entry.</summary>
    Direct,

    /// <summary>START, GET KEY PRESSED, FINISH and ABORT, as controls.</summary>
    StartFinish,

    /// <summary>The direct ones as pseudo-APDUs FF C2 01; the driver passes no control on. Programs try this only with readers whose name they know.</summary>
    PseudoApdu,
}
