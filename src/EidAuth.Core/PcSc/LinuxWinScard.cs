using System.Runtime.InteropServices;
using System.Text;

namespace EidAuth.PcSc;

/// <summary>pcsc-lite through libpcsclite.so.1.</summary>
internal sealed class LinuxWinScard : IWinScard
{
    private const uint ScopeSystem = 2;
    private const uint ShareShared = 2;
    private const uint ProtocolT0 = 1;
    private const uint LeaveCard = 0;
    private const uint ResetCard = 1;

    // Readers plugged in between the two calls of a listing make it longer.
    private const int ListingAttempts = 5;

    public uint EstablishContext(out nint context)
    {
        context = 0;
        try
        {
            return Code(LinuxNative.SCardEstablishContext(ScopeSystem, 0, 0, out context));
        }
        catch (DllNotFoundException)
        {
            // The library comes with the service.
            return ScardCode.NoService;
        }
    }

    public uint ReleaseContext(nint context) => Code(LinuxNative.SCardReleaseContext(context));

    public uint Cancel(nint context) => Code(LinuxNative.SCardCancel(context));

    public unsafe uint ListReaders(nint context, out IReadOnlyList<string> readers)
    {
        readers = [];
        var code = ScardCode.InsufficientBuffer;
        for (var attempt = 0; attempt < ListingAttempts && code == ScardCode.InsufficientBuffer; attempt++)
        {
            nuint length = 0;
            code = Code(LinuxNative.SCardListReaders(context, null, null, ref length));
            if (code != ScardCode.Success)
            {
                return code;
            }

            var names = new byte[(int)length];
            fixed (byte* start = names)
            {
                code = Code(LinuxNative.SCardListReaders(context, null, start, ref length));
            }

            if (code == ScardCode.Success)
            {
                readers = Encoding.UTF8.GetString(names.AsSpan(0, (int)length)).Split('\0', StringSplitOptions.RemoveEmptyEntries);
            }
        }

        return code;
    }

    public unsafe uint GetStatusChange(nint context, uint timeout, IReadOnlyList<ReaderQuery> readers)
    {
        var states = new LinuxReaderState[readers.Count];
        try
        {
            for (var i = 0; i < states.Length; i++)
            {
                states[i].Reader = (byte*)Marshal.StringToCoTaskMemUTF8(readers[i].Name);
                states[i].CurrentState = readers[i].CurrentState;
            }

            uint code;
            fixed (LinuxReaderState* first = states)
            {
                code = Code(LinuxNative.SCardGetStatusChange(context, timeout, first, (nuint)states.Length));
            }

            for (var i = 0; i < states.Length; i++)
            {
                ReadOnlySpan<byte> atr = states[i].Atr;
                readers[i].EventState = unchecked((uint)states[i].EventState);
                readers[i].Atr = atr[..(int)Math.Min(states[i].AtrLength, LinuxReaderState.MaximumAtr)].ToArray();
            }

            return code;
        }
        finally
        {
            foreach (var state in states)
            {
                Marshal.FreeCoTaskMem((nint)state.Reader);
            }
        }
    }

    public uint Connect(nint context, string reader, out nint card) =>
        Code(LinuxNative.SCardConnect(context, reader, ShareShared, ProtocolT0, out card, out _));

    public uint Disconnect(nint card, bool reset) => Code(LinuxNative.SCardDisconnect(card, reset ? ResetCard : LeaveCard));

    public unsafe uint Status(nint card, out byte[] atr)
    {
        Span<byte> bytes = stackalloc byte[LinuxReaderState.MaximumAtr];
        nuint nameLength = 0, atrLength = (nuint)bytes.Length;
        uint code;
        fixed (byte* start = bytes)
        {
            code = Code(LinuxNative.SCardStatus(card, null, ref nameLength, out _, out _, start, ref atrLength));
        }

        atr = bytes[..(int)Math.Min(atrLength, (nuint)bytes.Length)].ToArray();
        return code;
    }

    public uint BeginTransaction(nint card) => Code(LinuxNative.SCardBeginTransaction(card));

    public uint EndTransaction(nint card) => Code(LinuxNative.SCardEndTransaction(card, LeaveCard));

    public unsafe uint Transmit(nint card, ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        var pci = new LinuxIoRequest { Protocol = ProtocolT0, Length = (nuint)sizeof(LinuxIoRequest) };
        var received = (nuint)response.Length;
        fixed (byte* send = command, receive = response)
        {
            var code = Code(LinuxNative.SCardTransmit(card, &pci, send, (nuint)command.Length, null, receive, ref received));
            length = (int)Math.Min(received, (nuint)response.Length);
            return code;
        }
    }

    public unsafe uint Control(nint card, uint code, ReadOnlySpan<byte> input, Span<byte> output, out int length)
    {
        fixed (byte* send = input, receive = output)
        {
            var result = Code(LinuxNative.SCardControl(card, code, send, (nuint)input.Length, receive, (nuint)output.Length, out var returned));
            length = (int)Math.Min(returned, (nuint)output.Length);
            return result;
        }
    }

    private static uint Code(nint value) => unchecked((uint)value);
}
