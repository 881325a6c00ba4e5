using System.Runtime.InteropServices;

namespace EidAgent.Prompts.MacNotifications;

/// <summary>CFRange of CFBase.h: two CFIndex, 16 bytes on 64 bits.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct StringRange
{
    public nint Location;
    public nint Length;
}
