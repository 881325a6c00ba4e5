using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace EidAgent.Ports;

/// <summary>Passes an open socket through a Unix socket (SCM_RIGHTS, unix(7)), one with each message of one byte. sendmsg and recvmsg as 64-bit and 32-bit Linux have them.</summary>
internal static unsafe partial class LinuxMessages
{
    private const int SocketLevel = 1;
    private const int Rights = 1;
    private const int NoSignal = 0x4000;
    private const int DoNotWait = 0x40;
    private const int CloseOnExec = 0x40000000;
    private const int ControlTruncated = 0x08;
    private const byte Mark = (byte)'H';

    /// <summary>Sends one message that carries <paramref name="passed"/>; false when it could not be sent at once.</summary>
    public static bool TrySend(SafeSocketHandle to, SafeSocketHandle passed)
    {
        var isHeld = false;
        passed.DangerousAddRef(ref isHeld);
        try
        {
            var mark = Mark;
            var control = new OneDescriptor
            {
                Header = new ControlHeader { Length = OneDescriptor.Length, Level = SocketLevel, Kind = Rights },
                Descriptor = (int)passed.DangerousGetHandle(),
            };
            var part = new Part { Start = &mark, Length = 1 };
            var message = new MessageHeader { Parts = &part, PartCount = 1, Control = &control, ControlLength = (nuint)sizeof(OneDescriptor) };
            return SendMessage(to, &message, NoSignal | DoNotWait) == 1;
        }
        finally
        {
            passed.DangerousRelease();
        }
    }

    /// <summary>
    /// Takes the message that waits. Its descriptor is ours from then on; null when it has none, or more than one: the buffer has room for one, so the kernel hands us no more, and says when it
    /// held others back.
    /// </summary>
    public static SafeSocketHandle? TryReceive(SafeSocketHandle from)
    {
        byte mark = 0;
        var control = default(OneDescriptor);
        var part = new Part { Start = &mark, Length = 1 };
        var message = new MessageHeader { Parts = &part, PartCount = 1, Control = &control, ControlLength = OneDescriptor.Length };
        var received = ReceiveMessage(from, &message, DoNotWait | CloseOnExec);
        var carries = received >= 0 && message.ControlLength >= OneDescriptor.Length
            && control.Header is { Level: SocketLevel, Kind: Rights } && control.Header.Length == OneDescriptor.Length;
        if (!carries)
        {
            return null;
        }

        var passed = new SafeSocketHandle(control.Descriptor, ownsHandle: true);
        if (received == 1 && mark == Mark && (message.Flags & ControlTruncated) == 0)
        {
            return passed;
        }

        passed.Dispose();
        return null;
    }

    [LibraryImport("libc", EntryPoint = "sendmsg", SetLastError = true)]
    private static partial nint SendMessage(SafeSocketHandle socket, MessageHeader* message, int flags);

    [LibraryImport("libc", EntryPoint = "recvmsg", SetLastError = true)]
    private static partial nint ReceiveMessage(SafeSocketHandle socket, MessageHeader* message, int flags);

    /// <summary>struct iovec.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Part
    {
        public void* Start;
        public nuint Length;
    }

    /// <summary>struct msghdr.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct MessageHeader
    {
        public void* Name;
        public uint NameLength;
        public Part* Parts;
        public nuint PartCount;
        public void* Control;
        public nuint ControlLength;
        public int Flags;
    }

    /// <summary>struct cmsghdr.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct ControlHeader
    {
        public nuint Length;
        public int Level;
        public int Kind;
    }

    /// <summary>A control message with one descriptor; as large as CMSG_SPACE, its length as CMSG_LEN.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct OneDescriptor
    {
        public ControlHeader Header;
        public int Descriptor;

        public static nuint Length => (nuint)(sizeof(ControlHeader) + sizeof(int));
    }
}
