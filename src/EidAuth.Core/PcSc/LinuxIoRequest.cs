using System.Runtime.InteropServices;

namespace EidAuth.PcSc;

/// <summary>SCARD_IO_REQUEST: two C longs.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LinuxIoRequest
{
    public nuint Protocol;
    public nuint Length;
}
