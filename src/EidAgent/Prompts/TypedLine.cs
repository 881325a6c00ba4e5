using System.Security.Cryptography;

namespace EidAgent.Prompts;

/// <summary>A line typed key by key on a terminal that does not echo, in memory that is zeroed.</summary>
internal sealed class TypedLine : IDisposable
{
    private const byte Backspace = 0x08, Delete = 0x7F, CtrlC = 0x03, CtrlD = 0x04, CtrlU = 0x15;

    private readonly byte[] bytes = GC.AllocateArray<byte>(64, pinned: true);
    private int length;

    /// <summary>What a key did.</summary>
    internal enum Progress
    {
        GoesOn,
        Entered,
        Cancelled,
    }

    public ReadOnlySpan<byte> Typed => bytes.AsSpan(0, length);

    public Progress Press(byte key)
    {
        switch (key)
        {
            case (byte)'\r' or (byte)'\n':
                return Progress.Entered;
            case CtrlC or CtrlD:
                return Progress.Cancelled;
            case CtrlU:
                Clear();
                break;
            case Backspace or Delete when length > 0:
                bytes[--length] = 0;
                break;
            case Backspace or Delete:
                break;

            // The last place is written over: a line this long is no PIN whatever it ends with.
            default:
                bytes[Math.Min(length, bytes.Length - 1)] = key;
                length = Math.Min(length + 1, bytes.Length);
                break;
        }

        return Progress.GoesOn;
    }

    public void Clear()
    {
        CryptographicOperations.ZeroMemory(bytes);
        length = 0;
    }

    public void Dispose() => Clear();
}
