using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <summary>
/// Reads the selected file, and never takes a part of it for the whole: an answer can be cut, and 6B00 can come in mid-file. An end that neither the card named
/// nor the bytes themselves show is looked at twice.
/// </summary>
internal static class WholeFile
{
    private const int MostSecondLooks = 3;

    /// <summary>Reads to the end that the form knows.</summary>
    /// <exception cref="CardException">Protocol: the file holds something else, ends too early, or does not end.</exception>
    public static byte[] Read(BelpicCard card, FileForm form)
    {
        Span<byte> buffer = stackalloc byte[256];
        var content = new byte[form.MaximumLength];
        byte[]? firstLook = null;
        var (filled, secondLooks) = (0, 0);
        while (filled < content.Length)
        {
            var piece = card.ReadBinary(filled, Math.Min(form.Next(content.AsSpan(0, filled)), content.Length - filled), buffer);
            piece.Data.CopyTo(content.AsSpan(filled));
            var length = filled + piece.Data.Length;
            var end = form.Judge(content.AsMemory(0, length));
            if (end == FileEnd.Impossible)
            {
                throw new CardException(CardFault.Protocol, "A file on the card holds something else.");
            }

            var isSeenTwice = firstLook is not null && piece.Data.SequenceEqual(firstLook);
            if (end == FileEnd.Reached || (piece.IsLast && (end == FileEnd.Complete || (end == FileEnd.Possible && (piece.IsEndNamed || isSeenTwice)))))
            {
                return content[..length];
            }

            if (!piece.IsLast)
            {
                (filled, firstLook) = (length, null);
                continue;
            }

            if (firstLook is not null || secondLooks++ == MostSecondLooks)
            {
                throw new CardException(CardFault.Protocol, "A file on the card ends too early.");
            }

            firstLook = piece.Data.ToArray();
        }

        throw new CardException(CardFault.Protocol, "A file on the card does not end.");
    }
}
