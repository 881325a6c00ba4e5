namespace EidAuth.Transcripts.Redaction;

/// <summary>Values that are the same on every card, and so say nothing of one: labels, paths, application names, object identifiers of standards.</summary>
internal static class KnownValues
{
    public static bool Contains(ReadOnlySpan<byte> value) => FileTracker.IsPath(value) || FileTracker.IsApplication(value) || IsLabel(value);

    /// <summary>An object identifier under the arcs of X.509, PKIX, the algorithms' owners, ETSI and the Belgian State (2.16.56).</summary>
    public static bool IsKnownIdentifier(ReadOnlySpan<byte> value) =>
        value.Length <= 12
        && (value.StartsWith((ReadOnlySpan<byte>)[0x55])
            || value.StartsWith((ReadOnlySpan<byte>)[0x2A, 0x86, 0x48])
            || value.StartsWith((ReadOnlySpan<byte>)[0x2B, 0x06, 0x01, 0x05, 0x05, 0x07])
            || value.StartsWith((ReadOnlySpan<byte>)[0x2B, 0x81, 0x04, 0x00])
            || value.StartsWith((ReadOnlySpan<byte>)[0x2B, 0x0E, 0x03, 0x02])
            || value.StartsWith((ReadOnlySpan<byte>)[0x04, 0x00, 0x8E, 0x46, 0x01])
            || value.StartsWith((ReadOnlySpan<byte>)[0x60, 0x86, 0x48, 0x01])
            || value.StartsWith((ReadOnlySpan<byte>)[0x60, 0x38]));

    private static bool IsLabel(ReadOnlySpan<byte> value) =>
        value.SequenceEqual("BELPIC"u8) || value.SequenceEqual("Basic PIN"u8) || value.SequenceEqual("Authentication"u8) || value.SequenceEqual("Signature"u8)
        || value.SequenceEqual("CA"u8) || value.SequenceEqual("Root"u8);
}
