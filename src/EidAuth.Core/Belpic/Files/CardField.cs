namespace EidAuth.Belpic;

/// <summary>One field of the identity or the address file as it is stored.</summary>
/// <param name="Tag">Its tag.</param>
/// <param name="Value">Its bytes; may be empty.</param>
public sealed record CardField(byte Tag, ReadOnlyMemory<byte> Value)
{
    /// <summary>The tag alone: the value says something of the holder.</summary>
    public override string ToString() => Tag.ToString("X2", System.Globalization.CultureInfo.InvariantCulture);
}
