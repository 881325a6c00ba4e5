using EidAuth.Pki;

namespace EidAuth.Belpic;

/// <summary>An entry of file 5031: where the entries of a kind are (PKCS#15 1.1 §6.2).</summary>
public sealed record ObjectDirectoryEntry
{
    private const int MostKinds = 0x1F;

    /// <summary>PKCS#15's number of the kind: 0 private keys, 4 certificates, 8 PINs.</summary>
    public int Kind { get; init; }

    /// <summary>Two bytes for each directory or file.</summary>
    public required ReadOnlyMemory<byte> Path { get; init; }

    /// <summary>Reads the file; false for anything that is not one.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> file, out IReadOnlyList<ObjectDirectoryEntry>? entries)
    {
        var steps = 0;
        return TryParse(file, out entries, ref steps);
    }

    internal static bool TryParse(ReadOnlyMemory<byte> file, out IReadOnlyList<ObjectDirectoryEntry>? entries, ref int steps)
    {
        entries = null;
        if (!Pkcs15File.TryCopy(file, out var raw, ref steps) || !Pkcs15File.TryReadEntries(raw, out var encoded, ref steps))
        {
            return false;
        }

        var read = new List<ObjectDirectoryEntry>();
        foreach (var entry in encoded)
        {
            steps++;
            var reader = new DerReader(entry);
            if (!reader.TryReadAny(out var tag, out var contents, out _) || tag < DerTag.Explicit0 || tag - DerTag.Explicit0 >= MostKinds)
            {
                return false;
            }

            var inside = new DerReader(contents);
            if (!Pkcs15File.TryReadPath(ref inside, out var path))
            {
                return false;
            }

            read.Add(new ObjectDirectoryEntry { Kind = tag - DerTag.Explicit0, Path = path });
        }

        entries = read.AsReadOnly();
        return true;
    }
}
