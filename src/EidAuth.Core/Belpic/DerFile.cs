using System.Buffers.Binary;
using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <summary>Reads a file that holds one DER SEQUENCE and padding: stops where the DER ends, since the padding of 1.8 is as long as the certificate.</summary>
internal static class DerFile
{
    /// <summary>The longest certificate that is read, in bytes: as long as one may be in the token's chain. Real ones have half of it.</summary>
    public const int MaximumLength = 4096;

    private const int HeadLength = 4;
    private const int Chunk = 256;

    /// <summary>Reads the selected file; null when it is empty or begins with a zero, which is how a card without that certificate is issued.</summary>
    /// <exception cref="CardException">Protocol: not a DER SEQUENCE of a possible length, or the file ends before it does.</exception>
    public static byte[]? Read(BelpicCard card)
    {
        Span<byte> buffer = stackalloc byte[Chunk];
        var chunk = card.ReadBinary(0, Chunk, buffer);
        if (chunk.IsEmpty || chunk[0] == 0)
        {
            return null;
        }

        var der = new byte[TotalLength(chunk)];
        var filled = 0;
        while (true)
        {
            var taken = Math.Min(chunk.Length, der.Length - filled);
            chunk[..taken].CopyTo(der.AsSpan(filled));
            filled += taken;
            if (filled == der.Length)
            {
                return der;
            }

            // A short answer was the end of the file.
            var asked = Math.Min(Chunk, der.Length - filled);
            chunk = taken < Chunk ? [] : card.ReadBinary(filled, asked, buffer);
            if (chunk.IsEmpty)
            {
                throw new CardException(CardFault.Protocol, "A certificate on the card ends too early.");
            }
        }
    }

    // 30 82 hh ll: no certificate has fewer than 256 bytes.
    private static int TotalLength(ReadOnlySpan<byte> head)
    {
        if (head.Length < HeadLength || head[0] != 0x30 || head[1] != 0x82)
        {
            throw new CardException(CardFault.Protocol, "A certificate file on the card holds something else.");
        }

        var length = HeadLength + BinaryPrimitives.ReadUInt16BigEndian(head[2..]);
        return length <= MaximumLength ? length : throw new CardException(CardFault.Protocol, "A certificate on the card is too long.");
    }
}
