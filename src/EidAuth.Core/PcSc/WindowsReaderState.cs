using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace EidAuth.PcSc;

/// <summary>SCARD_READERSTATEW of winscard.h: 64 bytes on 64 bits, 56 on 32, the ATR after five fields. Its room for an ATR is 36 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct WindowsReaderState
{
    public const int MaximumAtr = 36;

    public char* Reader;
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
