using System.Runtime.InteropServices;
using System.Text;

namespace EidAuth.PcSc;

/// <summary>pcsc-lite through libpcsclite.so.1, on 64 bits and on 32.</summary>
internal sealed class LinuxWinScard : IWinScard
{
    public bool AnnouncesReaders => true;

    public uint EstablishContext(out nint context)
    {
        context = 0;
        try
        {
            return Code(LinuxNative.SCardEstablishContext(ScardConstant.ScopeSystem, 0, 0, out context));
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
        for (var attempt = 0; attempt < ScardConstant.ListingAttempts && code == ScardCode.InsufficientBuffer; attempt++)
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
        Code(LinuxNative.SCardConnect(context, reader, ScardConstant.ShareShared, ScardConstant.ProtocolT0, out card, out _));

    public uint Disconnect(nint card, bool reset) => Code(LinuxNative.SCardDisconnect(card, reset ? ScardConstant.ResetCard : ScardConstant.LeaveCard));

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

    // The library asks the service again every 0.1 s and lets others in between; once the handle is gone it stops. Disconnecting with a reset would wait for
    // the other program too.
    public void GiveUpTransaction(nint context, nint card) => Disconnect(card, reset: false);

    public uint EndTransaction(nint card) => Code(LinuxNative.SCardEndTransaction(card, ScardConstant.LeaveCard));

    public unsafe uint Transmit(nint card, ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        var pci = new LinuxIoRequest { Protocol = ScardConstant.ProtocolT0, Length = (nuint)sizeof(LinuxIoRequest) };
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

    // The first is this library's SCARD_E_UNSUPPORTED_FEATURE, and its SCARD_E_UNEXPECTED as well; later versions have the second.
    public bool IsUnsupported(uint code) => code is ScardCode.UnsupportedFeatureLite or ScardCode.UnsupportedFeature;

    public unsafe uint GetAttribute(nint card, uint attribute, Span<byte> value, out int length)
    {
        var written = (nuint)value.Length;
        fixed (byte* start = value)
        {
            var code = Code(LinuxNative.SCardGetAttrib(card, attribute, start, ref written));
            length = (int)Math.Min(written, (nuint)value.Length);
            return code;
        }
    }

    private static uint Code(nint value) => unchecked((uint)value);
}
