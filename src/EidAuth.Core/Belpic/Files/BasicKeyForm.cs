namespace EidAuth.Belpic;

/// <summary>File 4040: one DER SEQUENCE. A P-384 key has 120 bytes, asked for at once.</summary>
internal sealed class BasicKeyForm : FileForm
{
    private const int Length = 120;

    public static readonly BasicKeyForm Instance = new();

    public override int MaximumLength => 1024;

    public override int Next(ReadOnlySpan<byte> content) => content.Length < Length ? Length - content.Length : LargestRead;

    public override FileEnd Judge(ReadOnlyMemory<byte> content) =>
        content.Span is [0x30, Length - 2, ..] && content.Length == Length ? FileEnd.Reached : FileEnd.Possible;
}
