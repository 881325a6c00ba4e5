using System.Runtime.InteropServices;

namespace EidAuth.PcSc;

/// <summary>
/// WinSCard.dll as winscard.h declares it: DWORD and LONG have 32 bits, contexts and handles are as wide as a pointer, names are UTF-16. Buffers are pinned,
/// never copied, as on Linux. Written from the documentation; never run.
/// </summary>
internal static partial class WindowsNative
{
    private const string Library = "WinSCard.dll";

    [LibraryImport(Library)]
    internal static partial int SCardEstablishContext(uint scope, nint reserved1, nint reserved2, out nint context);

    [LibraryImport(Library)]
    internal static partial int SCardReleaseContext(nint context);

    [LibraryImport(Library)]
    internal static partial int SCardCancel(nint context);

    [LibraryImport(Library)]
    internal static unsafe partial int SCardListReadersW(nint context, char* groups, char* readers, ref uint length);

    [LibraryImport(Library)]
    internal static unsafe partial int SCardGetStatusChangeW(nint context, uint timeout, WindowsReaderState* states, uint count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf16)]
    internal static partial int SCardConnectW(nint context, string reader, uint shareMode, uint protocols, out nint card, out uint protocol);

    [LibraryImport(Library)]
    internal static partial int SCardDisconnect(nint card, uint disposition);

    [LibraryImport(Library)]
    internal static unsafe partial int SCardStatusW(
        nint card, char* reader, ref uint readerLength, out uint state, out uint protocol, byte* atr, ref uint atrLength);

    [LibraryImport(Library)]
    internal static partial int SCardBeginTransaction(nint card);

    [LibraryImport(Library)]
    internal static partial int SCardEndTransaction(nint card, uint disposition);

    [LibraryImport(Library)]
    internal static unsafe partial int SCardTransmit(
        nint card, IoRequest32* sendPci, byte* command, uint commandLength, IoRequest32* receivePci, byte* response, ref uint responseLength);

    [LibraryImport(Library)]
    internal static unsafe partial int SCardControl(
        nint card, uint code, byte* input, uint inputLength, byte* output, uint outputLength, out uint returned);

    [LibraryImport(Library)]
    internal static unsafe partial int SCardGetAttrib(nint card, uint attribute, byte* value, ref uint length);
}
