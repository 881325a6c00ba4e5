namespace EidAuth.PcSc;

/// <summary>One thing that is asked on a keypad, and the features that ask it.</summary>
internal sealed record PinPadOperation(PinPadFeature Direct, PinPadFeature Start, PinPadFeature Finish, int Entries)
{
    public static readonly PinPadOperation Verify =
        new(PinPadFeature.VerifyPinDirect, PinPadFeature.VerifyPinStart, PinPadFeature.VerifyPinFinish, Entries: 1);

    /// <summary>Old PIN, new PIN, new PIN again.</summary>
    public static readonly PinPadOperation Modify =
        new(PinPadFeature.ModifyPinDirect, PinPadFeature.ModifyPinStart, PinPadFeature.ModifyPinFinish, Entries: 3);

    public bool IsOfferedBy(IPinPadPort port) => port.Offers(Direct) || InTwoStepsBy(port);

    public bool InTwoStepsBy(IPinPadPort port) => port.Offers(Start) && port.Offers(Finish);
}
