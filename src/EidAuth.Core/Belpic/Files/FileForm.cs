namespace EidAuth.Belpic;

/// <summary>How a kind of file shows its end. This one does not: the card must name the end, or show it twice.</summary>
internal class FileForm
{
    /// <summary>The most one READ BINARY can ask for.</summary>
    protected const int LargestRead = 256;

    /// <summary>Any file, as it is stored.</summary>
    public static readonly FileForm Any = new();

    /// <summary>The longest file of this kind that is read, in bytes. READ BINARY's offset has 15 bits.</summary>
    public virtual int MaximumLength => 0x8000;

    /// <summary>How many bytes to ask for next, 1 to 256.</summary>
    public virtual int Next(ReadOnlySpan<byte> content) => LargestRead;

    /// <summary>What was read so far, judged.</summary>
    public virtual FileEnd Judge(ReadOnlyMemory<byte> content) => FileEnd.Possible;
}
