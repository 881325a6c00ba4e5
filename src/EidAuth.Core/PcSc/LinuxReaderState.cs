using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EidAuth.PcSc;

/// <summary>SCARD_READERSTATE of pcsc-lite: 80 bytes on 64 bits, the ATR at 40.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LinuxReaderState
{
    public const int MaximumAtr = 33;

    public byte* Reader;
    public void* UserData;
    public nuint CurrentState;
    public nuint EventState;
    public nuint AtrLength;
    public AtrBytes Atr;

    [InlineArray(MaximumAtr)]
    internal struct AtrBytes
    {
        private byte first;
    }
}
