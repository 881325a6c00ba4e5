namespace EidAuth.Simulator.Reader;

/// <summary>The tags of the features that this reader has (PC/SC part 10 §2.3).</summary>
internal enum PinPadFeature : byte
{
    None = 0x00,
    VerifyPinStart = 0x01,
    VerifyPinFinish = 0x02,
    ModifyPinStart = 0x03,
    ModifyPinFinish = 0x04,
    GetKeyPressed = 0x05,
    VerifyPinDirect = 0x06,
    ModifyPinDirect = 0x07,
    Abort = 0x0B,
}
