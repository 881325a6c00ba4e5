using System.Runtime.InteropServices;

namespace EidAuth.PcSc;

/// <summary>SCARD_IO_REQUEST of winscard.h and of PCSC.framework: two 32-bit numbers.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct IoRequest32
{
    public uint Protocol;
    public uint Length;
}
