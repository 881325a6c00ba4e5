namespace EidAuth.Belpic;

/// <summary>File 4033, parsed (card content 5.4 §6.3).</summary>
public sealed record Address
{
    private const byte StreetTag = 0x01;
    private const byte ZipTag = 0x02;
    private const byte MunicipalityTag = 0x03;

    /// <summary>The file as stored on the card, zeros at its end included.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>Tag 01: street and number, without the spaces some files end it with.</summary>
    public required string Street { get; init; }

    /// <summary>Tag 02.</summary>
    public required string Zip { get; init; }

    /// <summary>Tag 03.</summary>
    public required string Municipality { get; init; }

    /// <summary>All fields in the file's order, those without a member of their own included.</summary>
    public required IReadOnlyList<CardField> Fields { get; init; }

    /// <summary>Reads the file; false for anything that is not one: a field cut off, one that comes twice, one of the three missing, text that is no UTF-8.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> file, out Address? address)
    {
        var steps = 0;
        return TryParse(file, out address, ref steps);
    }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(Address);

    internal static bool TryParse(ReadOnlyMemory<byte> file, out Address? address, ref int steps)
    {
        address = null;
        if (file.Length > TlvFile.MaximumLength)
        {
            return false;
        }

        // A copy, so that nobody can change what was read.
        var raw = file.ToArray();
        steps += raw.Length;
        if (!TlvFile.TryParse(raw, out var fields, ref steps)
            || !fields!.TryReadText(StreetTag, out var street, ref steps)
            || !fields.TryReadText(ZipTag, out var zip, ref steps)
            || !fields.TryReadText(MunicipalityTag, out var municipality, ref steps))
        {
            return false;
        }

        address = new Address
        {
            Raw = raw,
            Street = street.Trim(' '),
            Zip = zip.Trim(' '),
            Municipality = municipality.Trim(' '),
            Fields = fields.Fields.AsReadOnly(),
        };
        return true;
    }
}
