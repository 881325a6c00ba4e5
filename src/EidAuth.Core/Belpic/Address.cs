namespace EidAuth.Belpic;

/// <summary>File 4033, parsed (card content 5.4 §6.3).</summary>
public sealed record Address
{
    /// <summary>The file as stored on the card, zeros at its end included.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>Tag 01: street and number, without the spaces some files end it with.</summary>
    public required string Street { get; init; }

    /// <summary>Tag 02.</summary>
    public required string Zip { get; init; }

    /// <summary>Tag 03.</summary>
    public required string Municipality { get; init; }

    /// <summary>Reads the file; false for anything that is not one.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> file, out Address? address) => throw new NotImplementedException();

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(Address);
}
