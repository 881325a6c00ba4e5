using System.Buffers.Binary;
using EidAuth.Iso7816;

namespace EidAuth.Transcripts;

/// <summary>
/// A file put together from a transcript's READ BINARY, so that a program may read it in other pieces than the recording did. It answers only where the recording
/// told both the bytes and, at its end, how this card and reader say so.
/// </summary>
internal sealed class RecordedFile
{
    private readonly List<bool> known = [];
    private readonly List<byte> bytes = [];
    private int? length;

    // A reader that resolves 6Cxx itself gives a short answer instead.
    private bool answersShort;

    /// <summary>Takes one answered READ BINARY.</summary>
    public void Add(ReadOnlySpan<byte> command, TranscriptExchange exchange)
    {
        var offset = BinaryPrimitives.ReadUInt16BigEndian(command[2..]);
        var asked = Le(command);
        if (exchange.StatusWord is { ExpectedLength: { } rest })
        {
            length = offset + (rest == 0 ? 256 : rest);
        }
        else if (exchange.StatusWord is { Value: 0x6B00 } && known.Count == offset)
        {
            length = offset;
        }
        else if (exchange.StatusWord == StatusWord.Success)
        {
            Put(offset, exchange.Data.Span);
            if (exchange.Data.Length < asked)
            {
                (length, answersShort) = (offset + exchange.Data.Length, true);
            }
        }
    }

    /// <summary>Answers another READ BINARY as the card would; null where the recording does not tell.</summary>
    public byte[]? Read(ReadOnlySpan<byte> command)
    {
        int offset = BinaryPrimitives.ReadUInt16BigEndian(command[2..]);
        var asked = Le(command);
        if (length is { } end && offset + asked > end)
        {
            var rest = end - offset;
            return rest <= 0 ? [0x6B, 0x00] : answersShort ? Piece(offset, rest) : [0x6C, (byte)rest];
        }

        return Piece(offset, asked);
    }

    private static int Le(ReadOnlySpan<byte> command) => command.Length == 5 && command[4] != 0 ? command[4] : 256;

    private void Put(int offset, ReadOnlySpan<byte> data)
    {
        while (known.Count < offset + data.Length)
        {
            known.Add(false);
            bytes.Add(0);
        }

        for (var i = 0; i < data.Length; i++)
        {
            (bytes[offset + i], known[offset + i]) = (data[i], true);
        }
    }

    private byte[]? Piece(int offset, int count)
    {
        if (offset + count > known.Count || known.GetRange(offset, count).Contains(false))
        {
            return null;
        }

        return [.. bytes.GetRange(offset, count), 0x90, 0x00];
    }
}
