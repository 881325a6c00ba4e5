namespace EidAuth.Belpic;

/// <summary>What one READ BINARY gave. A view into the caller's buffer.</summary>
/// <param name="data">The bytes; none at the file's end.</param>
/// <param name="isLast">Fewer bytes than asked for came, or none: the file may end here, or the answer was cut.</param>
/// <param name="isEndNamed">The card itself said beforehand, by 6Cxx, that just these bytes are left.</param>
internal readonly ref struct FilePiece(ReadOnlySpan<byte> data, bool isLast, bool isEndNamed)
{
    public ReadOnlySpan<byte> Data { get; } = data;

    public bool IsLast { get; } = isLast;

    public bool IsEndNamed { get; } = isEndNamed;
}
