namespace EidAuth.PcSc;

/// <summary>The language of the reader's display (USB language identifiers, as the official middleware sends them).</summary>
internal enum PinPadLanguage : ushort
{
    English = 0x0409,
    German = 0x0407,
    Dutch = 0x0813,
    French = 0x080C,
}
