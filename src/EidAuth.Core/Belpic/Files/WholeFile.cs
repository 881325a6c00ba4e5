using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <summary>
/// Reads the selected file, and never takes a part of it for the whole: an answer can be cut, and 6B00 can come in mid-file. An end that neither the card named
/// nor the bytes themselves show must be seen twice.
/// </summary>
internal static class WholeFile
{
    private const int MostLooksAgain = 3;

    /// <summary>Reads to the end that the form knows.</summary>
    /// <exception cref="CardException">Protocol: the file holds something else, ends too early, or does not end.</exception>
    public static byte[] Read(BelpicCard card, FileForm form)
    {
        Span<byte> buffer = stackalloc byte[256];
        var content = new byte[form.MaximumLength];
        var (filled, looksAgain) = (0, 0);
        byte[]? before = null;
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

            var isAsBefore = before is not null && piece.Data.SequenceEqual(before);
            if (end == FileEnd.Reached || (piece.IsLast && (end == FileEnd.Complete || (end == FileEnd.Possible && (piece.IsEndNamed || isAsBefore)))))
            {
                return content[..length];
            }

            if (!piece.IsLast)
            {
                (filled, before) = (length, null);
                continue;
            }

            if (isAsBefore || looksAgain++ == MostLooksAgain)
            {
                throw new CardException(CardFault.Protocol, "A file on the card ends too early.");
            }

            // At the same place: of what was cut, nobody knows which part is there.
            before = piece.Data.ToArray();
        }

        throw new CardException(CardFault.Protocol, "A file on the card does not end.");
    }
}
