namespace EidAuth.Testing.Mutations;

/// <summary>
/// Random numbers that anybody can have again: the same seed and index give the same ones on every machine and in every version of the framework. SplitMix64
/// (Steele, Lea, Flood 2014); each input has dice of its own, so that one is repeated without those before it.
/// </summary>
/// <param name="seed">The run.</param>
/// <param name="index">The input.</param>
public sealed class Dice(ulong seed, long index)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state = Mix(seed + Golden) ^ Mix((ulong)index * Golden);

    /// <summary>64 bits.</summary>
    public ulong Next() => Mix(state += Golden);

    /// <summary>0 to <paramref name="below"/> - 1.</summary>
    public int Next(int below) => (int)(((Next() >> 33) * (ulong)below) >> 31);

    /// <summary><paramref name="from"/> to <paramref name="below"/> - 1.</summary>
    public int Next(int from, int below) => from + Next(below - from);

    /// <summary>True once in that many times.</summary>
    public bool OneIn(int times) => Next(times) == 0;

    /// <summary>One of them.</summary>
    public T Pick<T>(IReadOnlyList<T> of) => of[Next(of.Count)];

    /// <summary>That many bytes.</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = (byte)Next();
        }

        return bytes;
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
