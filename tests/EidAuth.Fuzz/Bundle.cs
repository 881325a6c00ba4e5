using EidAuth.Pki;

namespace EidAuth.Fuzz;

/// <summary>Several parts in one input: the elements of a SEQUENCE, as far as they can still be told apart.</summary>
internal static class Bundle
{
    public static List<ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> input)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        var outside = new DerReader(input);
        _ = outside.TryEnter(DerTag.Sequence, out var inside);
        while (inside.TryReadAny(out _, out _, out var encoded))
        {
            parts.Add(encoded);
        }

        return parts;
    }
}
