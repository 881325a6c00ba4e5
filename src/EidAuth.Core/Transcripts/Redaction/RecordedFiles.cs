namespace EidAuth.Transcripts.Redaction;

/// <summary>The files of a card as READ BINARY gave them, put together from their pieces.</summary>
internal sealed class RecordedFiles
{
    private readonly Dictionary<ushort, byte[]> files = [];

    public IEnumerable<ushort> Identifiers => files.Keys;

    /// <summary>Adds what was read at an offset.</summary>
    public void Add(ushort identifier, int offset, ReadOnlySpan<byte> data)
    {
        var file = files.GetValueOrDefault(identifier, []);
        if (file.Length < offset + data.Length)
        {
            Array.Resize(ref file, offset + data.Length);
            files[identifier] = file;
        }

        data.CopyTo(file.AsSpan(offset));
    }

    /// <summary>A copy, zeros where nothing was read; null when nothing was.</summary>
    public byte[]? Copy(ushort identifier) => files.TryGetValue(identifier, out var file) ? [.. file] : null;

    public void Clear()
    {
        foreach (var file in files.Values)
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(file);
        }
    }
}
