using EidAuth.Pki;

namespace EidAuth.Belpic;

/// <summary>File 5032 (PKCS#15 TokenInfo; card content 5.4 §5.3).</summary>
public sealed record TokenInfo
{
    private const byte LabelTag = DerTag.Implicit0;
    private const byte VersionsTag = 0x9E;
    private const int VersionsLength = 4;

    /// <summary>The file as stored.</summary>
    public required ReadOnlyMemory<byte> Raw { get; init; }

    /// <summary>PKCS#15's own version, 0.</summary>
    public int Version { get; init; }

    /// <summary>16 bytes: the chip number.</summary>
    public required ReadOnlyMemory<byte> SerialNumber { get; init; }

    /// <summary>BELPIC.</summary>
    public string? Label { get; init; }

    /// <summary>Version of what is printed; null when the card does not say.</summary>
    public byte? GraphicalVersion { get; init; }

    /// <summary>Version of what is stored: 0 to 2 up to 1.1, 3 on 1.7, 4 on 1.8; null when the card does not say.</summary>
    public byte? ElectricalVersion { get; init; }

    /// <summary>Version of the interface; null when the card does not say.</summary>
    public byte? ElectricalInterfaceVersion { get; init; }

    /// <summary>Reads the file; false for anything that is not one.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> file, out TokenInfo? info)
    {
        var steps = 0;
        return TryParse(file, out info, ref steps);
    }

    /// <summary>Says nothing of the card.</summary>
    public override string ToString() => nameof(TokenInfo);

    internal static bool TryParse(ReadOnlyMemory<byte> file, out TokenInfo? info, ref int steps)
    {
        info = null;
        if (!Pkcs15File.TryCopy(file, out var raw, ref steps)
            || !Pkcs15File.TryReadEntries(raw, out var entries, ref steps)
            || entries is not [var entry]
            || !new DerReader(entry).TryEnter(DerTag.Sequence, out var inside)
            || !inside.TryReadSmall(DerTag.Integer, out var version)
            || !inside.TryRead(DerTag.OctetString, out var serial) || serial.IsEmpty)
        {
            return false;
        }

        string? label = null;
        ReadOnlyMemory<byte> versions = default;
        while (!inside.IsEmpty)
        {
            steps++;
            if (!inside.TryReadAny(out var tag, out var contents, out _)
                || (tag == LabelTag && !Pkcs15File.TryReadText(contents, out label, ref steps))
                || (tag == VersionsTag && contents.Length != VersionsLength))
            {
                return false;
            }

            versions = tag == VersionsTag ? contents : versions;
        }

        info = new TokenInfo
        {
            Raw = raw,
            Version = version,
            SerialNumber = serial,
            Label = label,
            GraphicalVersion = versions.IsEmpty ? null : versions.Span[0],
            ElectricalVersion = versions.IsEmpty ? null : versions.Span[1],
            ElectricalInterfaceVersion = versions.IsEmpty ? null : versions.Span[2],
        };
        return true;
    }
}
