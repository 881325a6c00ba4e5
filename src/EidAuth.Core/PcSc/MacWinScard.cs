using System.Runtime.InteropServices;
using System.Text;

namespace EidAuth.PcSc;

/// <summary>macOS' smart card service through PCSC.framework. Its layouts are pinned by tests; it was never run.</summary>
internal sealed class MacWinScard : IWinScard
{
    // The name that stands for all readers is not reliable here, and a wait sees no reader come.
    public bool AnnouncesReaders => false;

    public uint EstablishContext(out nint context)
    {
        context = 0;
        try
        {
            var code = Code(MacNative.SCardEstablishContext(ScardConstant.ScopeSystem, 0, 0, out var established));
            context = established;
            return code;
        }
        catch (DllNotFoundException)
        {
            // The library comes with the system; without it there is no service.
            return ScardCode.NoService;
        }
    }

    public uint ReleaseContext(nint context) => Code(MacNative.SCardReleaseContext((int)context));

    public uint Cancel(nint context) => Code(MacNative.SCardCancel((int)context));

    public unsafe uint ListReaders(nint context, out IReadOnlyList<string> readers)
    {
        readers = [];
        var code = ScardCode.InsufficientBuffer;
        for (var attempt = 0; attempt < ScardConstant.ListingAttempts && code == ScardCode.InsufficientBuffer; attempt++)
        {
            uint length = 0;
            code = Code(MacNative.SCardListReaders((int)context, null, null, ref length));
            if (code != ScardCode.Success)
            {
                return code;
            }

            var names = new byte[(int)length];
            fixed (byte* start = names)
            {
                code = Code(MacNative.SCardListReaders((int)context, null, start, ref length));
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
        var states = new MacReaderState[readers.Count];
        try
        {
            for (var i = 0; i < states.Length; i++)
            {
                states[i].Reader = (byte*)Marshal.StringToCoTaskMemUTF8(readers[i].Name);
                states[i].CurrentState = readers[i].CurrentState;
            }

            uint code;
            fixed (MacReaderState* first = states)
            {
                code = Code(MacNative.SCardGetStatusChange((int)context, timeout, first, (uint)states.Length));
            }

            for (var i = 0; i < states.Length; i++)
            {
                ReadOnlySpan<byte> atr = states[i].Atr;
                readers[i].EventState = states[i].EventState;
                readers[i].Atr = atr[..(int)Math.Min(states[i].AtrLength, MacReaderState.MaximumAtr)].ToArray();
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

    public uint Connect(nint context, string reader, out nint card)
    {
        var code = Code(MacNative.SCardConnect((int)context, reader, ScardConstant.ShareShared, ScardConstant.ProtocolT0, out var connected, out _));
        card = connected;
        return code;
    }

    public uint Disconnect(nint card, bool reset) => Code(MacNative.SCardDisconnect((int)card, reset ? ScardConstant.ResetCard : ScardConstant.LeaveCard));

    public unsafe uint Status(nint card, out byte[] atr)
    {
        Span<byte> bytes = stackalloc byte[MacReaderState.MaximumAtr];
        uint nameLength = 0, atrLength = (uint)bytes.Length;
        uint code;
        fixed (byte* start = bytes)
        {
            code = Code(MacNative.SCardStatus((int)card, null, ref nameLength, out _, out _, start, ref atrLength));
        }

        atr = bytes[..(int)Math.Min(atrLength, (uint)bytes.Length)].ToArray();
        return code;
    }

    public uint BeginTransaction(nint card) => Code(MacNative.SCardBeginTransaction((int)card));

    // As pcsc-lite, from which this framework comes; never seen.
    public void GiveUpTransaction(nint context, nint card) => Disconnect(card, reset: false);

    public uint EndTransaction(nint card) => Code(MacNative.SCardEndTransaction((int)card, ScardConstant.LeaveCard));

    public unsafe uint Transmit(nint card, ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        var pci = new IoRequest32 { Protocol = ScardConstant.ProtocolT0, Length = (uint)sizeof(IoRequest32) };
        var received = (uint)response.Length;
        fixed (byte* send = command, receive = response)
        {
            var code = Code(MacNative.SCardTransmit((int)card, &pci, send, (uint)command.Length, null, receive, ref received));
            length = (int)Math.Min(received, (uint)response.Length);
            return code;
        }
    }

    public unsafe uint Control(nint card, uint code, ReadOnlySpan<byte> input, Span<byte> output, out int length)
    {
        fixed (byte* send = input, receive = output)
        {
            var result = Code(MacNative.SCardControl((int)card, code, send, (uint)input.Length, receive, (uint)output.Length, out var returned));
            length = (int)Math.Min(returned, (uint)output.Length);
            return result;
        }
    }

    // One number or the other, by version.
    public bool IsUnsupported(uint code) => code is ScardCode.UnsupportedFeatureLite or ScardCode.UnsupportedFeature;

    public unsafe uint GetAttribute(nint card, uint attribute, Span<byte> value, out int length)
    {
        var written = (uint)value.Length;
        fixed (byte* start = value)
        {
            var code = Code(MacNative.SCardGetAttrib((int)card, attribute, start, ref written));
            length = (int)Math.Min(written, (uint)value.Length);
            return code;
        }
    }

    private static uint Code(int value) => unchecked((uint)value);
}
