using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace EidAgent.Ports;

/// <summary>
/// Who is at the other end of a Unix socket, from the kernel (SO_PEERCRED, unix(7)): of an accepted connection who connected, of an own connection who called listen. The layout is the
/// kernel's struct ucred.
/// </summary>
/// <param name="Process">Its process then; it may be gone.</param>
/// <param name="User">Effective user.</param>
/// <param name="Group">Effective group.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct PeerCredentials(int Process, uint User, uint Group)
{
    private const int SocketLevel = 1;
    private const int PeerCredentialsOption = 17;

    /// <summary>Asks; null when the kernel does not tell.</summary>
    public static PeerCredentials? Of(Socket socket)
    {
        var credentials = default(PeerCredentials);
        try
        {
            var bytes = MemoryMarshal.AsBytes(new Span<PeerCredentials>(ref credentials));
            return socket.GetRawSocketOption(SocketLevel, PeerCredentialsOption, bytes) == bytes.Length && credentials.Process != 0 ? credentials : null;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
