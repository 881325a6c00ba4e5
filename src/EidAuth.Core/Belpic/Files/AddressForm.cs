namespace EidAuth.Belpic;

/// <summary>File 4033: the three fields, and zeros up to a length that cards agree on. Nothing but zeros is no address.</summary>
internal sealed class AddressForm : FileForm
{
    private const int Length = 121;
    private const int OldLength = 117;

    public static readonly AddressForm Instance = new();

    public override int MaximumLength => TlvFile.MaximumLength;

    /// <summary>Asked for at once, the usual length is answered at once; other cards name theirs by 6Cxx.</summary>
    public override int Next(ReadOnlySpan<byte> content) => content.IsEmpty ? Length : LargestRead;

    public override FileEnd Judge(ReadOnlyMemory<byte> content)
    {
        if (!content.Span.ContainsAnyExcept((byte)0))
        {
            return content.Length == Length ? FileEnd.Reached : FileEnd.Possible;
        }

        if (!Address.TryParse(content, out _))
        {
            return FileEnd.Open;
        }

        // Only zeros may follow a zero. 117 bytes are the end only if the card has no more.
        return content.Span[^1] != 0 ? FileEnd.Possible
            : content.Length == Length ? FileEnd.Reached
            : content.Length == OldLength ? FileEnd.Complete
            : FileEnd.Possible;
    }
}
