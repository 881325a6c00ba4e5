namespace EidAuth.Pki;

/// <summary>How a certificate names its issuer: DER of the name, and the key identifier. Compared byte for byte.</summary>
internal readonly struct NameAndKey(ReadOnlyMemory<byte> name, ReadOnlyMemory<byte> keyIdentifier) : IEquatable<NameAndKey>
{
    private readonly ReadOnlyMemory<byte> name = name;
    private readonly ReadOnlyMemory<byte> keyIdentifier = keyIdentifier;

    /// <summary>A name alone.</summary>
    public static NameAndKey OfName(ReadOnlyMemory<byte> name) => new(name, default);

    public bool Equals(NameAndKey other) => name.Span.SequenceEqual(other.name.Span) && keyIdentifier.Span.SequenceEqual(other.keyIdentifier.Span);

    public override bool Equals(object? obj) => obj is NameAndKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(name.Span);
        hash.AddBytes(keyIdentifier.Span);
        return hash.ToHashCode();
    }
}
