using System.Runtime.InteropServices;

namespace EidAuth.PcSc;

/// <summary>
/// libpcsclite as it is. Linux: DWORD and LONG are C longs, so nuint and nint; Windows and macOS use 32 bits. Buffers are pinned, never copied, so that a
/// PIN block stays where its owner zeroes it.
/// </summary>
internal static partial class LinuxNative
{
    private const string Library = "libpcsclite.so.1";

    [LibraryImport(Library)]
    internal static partial nint SCardEstablishContext(nuint scope, nint reserved1, nint reserved2, out nint context);

    [LibraryImport(Library)]
    internal static partial nint SCardReleaseContext(nint context);

    [LibraryImport(Library)]
    internal static partial nint SCardCancel(nint context);

    [LibraryImport(Library)]
    internal static unsafe partial nint SCardListReaders(nint context, byte* groups, byte* readers, ref nuint length);

    [LibraryImport(Library)]
    internal static unsafe partial nint SCardGetStatusChange(nint context, nuint timeout, LinuxReaderState* states, nuint count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint SCardConnect(nint context, string reader, nuint shareMode, nuint protocols, out nint card, out nuint protocol);

    [LibraryImport(Library)]
    internal static partial nint SCardDisconnect(nint card, nuint disposition);

    [LibraryImport(Library)]
    internal static unsafe partial nint SCardStatus(
        nint card, byte* reader, ref nuint readerLength, out nuint state, out nuint protocol, byte* atr, ref nuint atrLength);

    [LibraryImport(Library)]
    internal static partial nint SCardBeginTransaction(nint card);

    [LibraryImport(Library)]
    internal static partial nint SCardEndTransaction(nint card, nuint disposition);

    [LibraryImport(Library)]
    internal static unsafe partial nint SCardTransmit(
        nint card, LinuxIoRequest* sendPci, byte* command, nuint commandLength, LinuxIoRequest* receivePci, byte* response, ref nuint responseLength);

    [LibraryImport(Library)]
    internal static unsafe partial nint SCardControl(
        nint card, nuint code, byte* input, nuint inputLength, byte* output, nuint outputLength, out nuint returned);

    [LibraryImport(Library)]
    internal static unsafe partial nint SCardGetAttrib(nint card, nuint attribute, byte* value, ref nuint length);
}
