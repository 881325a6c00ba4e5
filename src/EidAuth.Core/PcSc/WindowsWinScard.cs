using System.Runtime.InteropServices;

namespace EidAuth.PcSc;

/// <summary>Windows' smart card service through WinSCard.dll. Its layouts are pinned by tests; it was never run.</summary>
internal sealed class WindowsWinScard : IWinScard
{
    public bool AnnouncesReaders => true;

    public uint EstablishContext(out nint context)
    {
        context = 0;
        try
        {
            return Code(WindowsNative.SCardEstablishContext(ScardConstant.ScopeUser, 0, 0, out context));
        }
        catch (DllNotFoundException)
        {
            // Some editions of Windows come without it.
            return ScardCode.NoService;
        }
    }

    public uint ReleaseContext(nint context) => Code(WindowsNative.SCardReleaseContext(context));

    public uint Cancel(nint context) => Code(WindowsNative.SCardCancel(context));

    public unsafe uint ListReaders(nint context, out IReadOnlyList<string> readers)
    {
        readers = [];
        var code = ScardCode.InsufficientBuffer;
        for (var attempt = 0; attempt < ScardConstant.ListingAttempts && code == ScardCode.InsufficientBuffer; attempt++)
        {
            uint length = 0;
            code = Code(WindowsNative.SCardListReadersW(context, null, null, ref length));
            if (code != ScardCode.Success)
            {
                return code;
            }

            var names = new char[(int)length];
            fixed (char* start = names)
            {
                code = Code(WindowsNative.SCardListReadersW(context, null, start, ref length));
            }

            if (code == ScardCode.Success)
            {
                readers = new string(names, 0, (int)length).Split('\0', StringSplitOptions.RemoveEmptyEntries);
            }
        }

        return code;
    }

    public unsafe uint GetStatusChange(nint context, uint timeout, IReadOnlyList<ReaderQuery> readers)
    {
        var states = new WindowsReaderState[readers.Count];
        try
        {
            for (var i = 0; i < states.Length; i++)
            {
                states[i].Reader = (char*)Marshal.StringToCoTaskMemUni(readers[i].Name);
                states[i].CurrentState = readers[i].CurrentState;
            }

            uint code;
            fixed (WindowsReaderState* first = states)
            {
                code = Code(WindowsNative.SCardGetStatusChangeW(context, timeout, first, (uint)states.Length));
            }

            for (var i = 0; i < states.Length; i++)
            {
                ReadOnlySpan<byte> atr = states[i].Atr;
                readers[i].EventState = states[i].EventState;
                readers[i].Atr = atr[..(int)Math.Min(states[i].AtrLength, WindowsReaderState.MaximumAtr)].ToArray();
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
        Code(WindowsNative.SCardConnectW(context, reader, ScardConstant.ShareShared, ScardConstant.ProtocolT0, out card, out _));

    public uint Disconnect(nint card, bool reset) => Code(WindowsNative.SCardDisconnect(card, reset ? ScardConstant.ResetCard : ScardConstant.LeaveCard));

    public unsafe uint Status(nint card, out byte[] atr)
    {
        Span<byte> bytes = stackalloc byte[WindowsReaderState.MaximumAtr];
        uint nameLength = 0, atrLength = (uint)bytes.Length;
        uint code;
        fixed (byte* start = bytes)
        {
            code = Code(WindowsNative.SCardStatusW(card, null, ref nameLength, out _, out _, start, ref atrLength));
        }

        atr = bytes[..(int)Math.Min(atrLength, (uint)bytes.Length)].ToArray();
        return code;
    }

    public uint BeginTransaction(nint card) => Code(WindowsNative.SCardBeginTransaction(card));

    // Documented for waits on "external action"; whether this is one was never seen. Where it is not, the wait lasts as long as the other program wants.
    public void GiveUpTransaction(nint context, nint card) => Cancel(context);

    public uint EndTransaction(nint card) => Code(WindowsNative.SCardEndTransaction(card, ScardConstant.LeaveCard));

    public unsafe uint Transmit(nint card, ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        var pci = new IoRequest32 { Protocol = ScardConstant.ProtocolT0, Length = (uint)sizeof(IoRequest32) };
        var received = (uint)response.Length;
        fixed (byte* send = command, receive = response)
        {
            var code = Code(WindowsNative.SCardTransmit(card, &pci, send, (uint)command.Length, null, receive, ref received));
            length = (int)Math.Min(received, (uint)response.Length);
            return code;
        }
    }

    public unsafe uint Control(nint card, uint code, ReadOnlySpan<byte> input, Span<byte> output, out int length)
    {
        fixed (byte* send = input, receive = output)
        {
            var result = Code(WindowsNative.SCardControl(card, code, send, (uint)input.Length, receive, (uint)output.Length, out var returned));
            length = (int)Math.Min(returned, (uint)output.Length);
            return result;
        }
    }

    // Drivers answer a control they do not know with the system's own numbers. 8010001F is SCARD_E_UNEXPECTED here and means something else.
    public bool IsUnsupported(uint code) => code is ScardCode.UnsupportedFeature or ScardCode.WindowsInvalidFunction or ScardCode.WindowsNotSupported;

    public unsafe uint GetAttribute(nint card, uint attribute, Span<byte> value, out int length)
    {
        var written = (uint)value.Length;
        fixed (byte* start = value)
        {
            var code = Code(WindowsNative.SCardGetAttrib(card, attribute, start, ref written));
            length = (int)Math.Min(written, (uint)value.Length);
            return code;
        }
    }

    private static uint Code(int value) => unchecked((uint)value);
}
