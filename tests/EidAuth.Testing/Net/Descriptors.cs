using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace EidAuth.Testing.Net;

/// <summary>Any number of descriptors through a Unix socket (SCM_RIGHTS), as an attacker would send them. 64-bit Linux.</summary>
public static unsafe partial class Descriptors
{
    /// <summary>Sends one message of those bytes with those descriptors; false when the system refused it.</summary>
    public static bool Send(Socket to, ReadOnlySpan<byte> bytes, params int[] descriptors)
    {
        Span<byte> control = stackalloc byte[16 + (((descriptors.Length * 4) + 7) & ~7)];
        MemoryMarshal.Write(control, (long)(16 + (descriptors.Length * 4)));
        MemoryMarshal.Write(control[8..], 1); // SOL_SOCKET
        MemoryMarshal.Write(control[12..], 1); // SCM_RIGHTS
        MemoryMarshal.Cast<int, byte>(descriptors).CopyTo(control[16..]);
        fixed (byte* data = bytes, rights = control)
        {
            var part = stackalloc nint[2] { (nint)data, bytes.Length };
            var message = stackalloc nint[7] { 0, 0, (nint)part, 1, descriptors.Length == 0 ? 0 : (nint)rights, descriptors.Length == 0 ? 0 : control.Length, 0 };
            return SendMessage((int)to.SafeHandle.DangerousGetHandle(), message, 0x4000) >= 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "sendmsg", SetLastError = true)]
    private static partial nint SendMessage(int socket, nint* message, int flags);
}
