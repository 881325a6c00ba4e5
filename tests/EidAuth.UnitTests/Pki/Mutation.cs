namespace EidAuth.UnitTests.Pki;

/// <summary>Damages bytes at random, from a fixed seed: the same damage in each run.</summary>
internal sealed class Mutation(int seed)
{
#pragma warning disable CA5394 // Repeatable on purpose.
    private readonly Random random = new(seed);

    /// <summary>A copy with one to three damages; never equal to the input.</summary>
    public byte[] Apply(byte[] input)
    {
        var bytes = input.ToList();
        do
        {
            for (var rounds = random.Next(1, 4); rounds > 0 && bytes.Count > 0; rounds--)
            {
                Damage(bytes);
            }
        }
        while (bytes.SequenceEqual(input));

        return [.. bytes];
    }

    private void Damage(List<byte> bytes)
    {
        var place = random.Next(bytes.Count);
        var length = random.Next(1, Math.Min(32, bytes.Count - place) + 1);
        switch (random.Next(7))
        {
            case 0:
                bytes[place] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[place] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(place, length);
                break;
            case 3:
                bytes.InsertRange(place, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                break;
            case 4:
                bytes.RemoveRange(place, bytes.Count - place);
                break;
            case 5:
                bytes.InsertRange(place, Enumerable.Range(0, length).Select(_ => (byte)random.Next(256)));
                break;
            default:
                // The values that length and tag octets have trouble with.
                bytes[place] = ((ReadOnlySpan<byte>)[0x00, 0x30, 0x7F, 0x80, 0x81, 0x82, 0x84, 0xA0, 0xFF])[random.Next(9)];
                break;
        }
    }
#pragma warning restore CA5394
}
