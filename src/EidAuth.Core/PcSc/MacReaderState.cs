using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EidAuth.PcSc;

/// <summary>SCARD_READERSTATE of PCSC.framework, packed to one byte: 61 bytes, the ATR at 28.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal unsafe struct MacReaderState
{
    public const int MaximumAtr = 33;

    public byte* Reader;
    public void* UserData;
    public uint CurrentState;
    public uint EventState;
    public uint AtrLength;
    public AtrBytes Atr;

    [InlineArray(MaximumAtr)]
    internal struct AtrBytes
    {
        private byte first;
    }
}
