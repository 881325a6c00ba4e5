using System.Runtime.InteropServices;

namespace EidAuth.PcSc;

/// <summary>
/// PCSC.framework as its headers declare it: every number has 32 bits, contexts and handles too, names are UTF-8. Buffers are pinned, never copied, as on
/// Linux. Written from the headers; never run.
/// </summary>
internal static partial class MacNative
{
    private const string Library = "/System/Library/Frameworks/PCSC.framework/PCSC";

    [LibraryImport(Library)]
    internal static partial int SCardEstablishContext(uint scope, nint reserved1, nint reserved2, out int context);

    [LibraryImport(Library)]
    internal static partial int SCardReleaseContext(int context);

    [LibraryImport(Library)]
    internal static partial int SCardCancel(int context);

    [LibraryImport(Library)]
    internal static unsafe partial int SCardListReaders(int context, byte* groups, byte* readers, ref uint length);

    [LibraryImport(Library)]
    internal static unsafe partial int SCardGetStatusChange(int context, uint timeout, MacReaderState* states, uint count);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SCardConnect(int context, string reader, uint shareMode, uint protocols, out int card, out uint protocol);

    [LibraryImport(Library)]
    internal static partial int SCardDisconnect(int card, uint disposition);

    [LibraryImport(Library)]
    internal static unsafe partial int SCardStatus(
        int card, byte* reader, ref uint readerLength, out uint state, out uint protocol, byte* atr, ref uint atrLength);

    [LibraryImport(Library)]
    internal static partial int SCardBeginTransaction(int card);

    [LibraryImport(Library)]
    internal static partial int SCardEndTransaction(int card, uint disposition);

    [LibraryImport(Library)]
    internal static unsafe partial int SCardTransmit(
        int card, IoRequest32* sendPci, byte* command, uint commandLength, IoRequest32* receivePci, byte* response, ref uint responseLength);

    /// <summary>The name without a number is an older call that takes no control code; the header redirects to this one.</summary>
    [LibraryImport(Library, EntryPoint = "SCardControl132")]
    internal static unsafe partial int SCardControl(
        int card, uint code, byte* input, uint inputLength, byte* output, uint outputLength, out uint returned);

    [LibraryImport(Library)]
    internal static unsafe partial int SCardGetAttrib(int card, uint attribute, byte* value, ref uint length);
}
