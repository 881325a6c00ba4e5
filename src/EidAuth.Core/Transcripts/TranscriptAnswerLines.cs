using System.Buffers;
using System.Globalization;
using EidAuth.Iso7816;

namespace EidAuth.Transcripts;

/// <summary>The lines of one exchange: a command, any number of lines of data, and the status word or fault that ends it.</summary>
internal sealed class TranscriptAnswerLines
{
    private const int ShortestCommand = 4;
    private const int LongestData = 256;

    private readonly byte[] data = new byte[LongestData];
    private byte[] command = [];
    private int withheld;
    private int line;
    private int filled;

    /// <summary>A command waits for the end of its answer.</summary>
    public bool IsOpen { get; private set; }

    public TranscriptFault Begin(ReadOnlySpan<byte> content, int commandLine)
    {
        if (IsOpen)
        {
            return TranscriptFault.Unanswered;
        }

        // Blanks part what is written down from the dots.
        var written = content.TrimEnd((byte)'.');
        var dots = content.Length - written.Length;
        var bytes = new byte[CommandApdu.MaximumLength];
        if (!TryDecode(written.TrimEnd((byte)' '), bytes, out var length))
        {
            return TranscriptFault.Hex;
        }

        if (length < ShortestCommand || dots % 2 != 0 || length + (dots / 2) > CommandApdu.MaximumLength)
        {
            return TranscriptFault.Command;
        }

        (command, withheld, line, filled, IsOpen) = (bytes.AsSpan(0, length).ToArray(), dots / 2, commandLine, 0, true);
        return TranscriptFault.None;
    }

    public TranscriptFault AddData(ReadOnlySpan<byte> content)
    {
        if (content.Length / 2 > LongestData - filled)
        {
            return TranscriptFault.Data;
        }

        if (!TryDecode(content, data.AsSpan(filled), out var length))
        {
            return TranscriptFault.Hex;
        }

        filled += length;
        return TranscriptFault.None;
    }

    public TranscriptFault End(ReadOnlySpan<byte> content, out TranscriptExchange? exchange)
    {
        exchange = null;
        Span<byte> word = stackalloc byte[2];
        if (content.Length != 4 || !TryDecode(content, word, out _))
        {
            return TranscriptFault.StatusWord;
        }

        exchange = Close() with { StatusWord = new StatusWord((ushort)((word[0] << 8) | word[1])) };
        return TranscriptFault.None;
    }

    public TranscriptFault EndInFault(ReadOnlySpan<byte> content, out TranscriptExchange? exchange)
    {
        exchange = null;
        if (filled != 0)
        {
            return TranscriptFault.Data;
        }

        foreach (var fault in Enum.GetValues<CardFault>())
        {
            if (content.SequenceEqual(System.Text.Encoding.ASCII.GetBytes(fault.ToString())))
            {
                exchange = Close() with { Fault = fault };
                return TranscriptFault.None;
            }
        }

        return TranscriptFault.FaultName;
    }

    private TranscriptExchange Close()
    {
        IsOpen = false;
        return new TranscriptExchange { Command = command, Withheld = withheld, Data = data.AsSpan(0, filled).ToArray(), Line = line };
    }

    private static bool TryDecode(ReadOnlySpan<byte> hex, Span<byte> destination, out int length)
    {
        length = 0;
        return hex.Length % 2 == 0 && hex.Length / 2 <= destination.Length
            && Convert.FromHexString(hex, destination, out _, out length) == OperationStatus.Done;
    }
}
