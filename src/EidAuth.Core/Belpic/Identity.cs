namespace EidAuth.Belpic;

/// <summary>File 4031, parsed (card content 5.4 §6.1). Whether it is genuine is said by <see cref="CardProof"/>, not here.</summary>
public sealed record Identity
{
    /// <summary>The file as stored on the card; what the National Register signed.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>Tag 06, 11 digits as stored.</summary>
    public required string NationalNumber { get; init; }

    /// <summary>Tag 07.</summary>
    public required string Surname { get; init; }

    /// <summary>Tag 08, the first two given names; may be empty.</summary>
    public required string GivenNames { get; init; }

    /// <summary>Reads the file; false for anything that is not one.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> file, out Identity? identity) => throw new NotImplementedException();

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(Identity);
}
