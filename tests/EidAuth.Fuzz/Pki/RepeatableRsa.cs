using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace EidAuth.Fuzz.Pki;

/// <summary>RSA-2048 keys made of a word, the same in every process. For generated inputs only: nothing is secret here.</summary>
internal static class RepeatableRsa
{
    private static readonly int[] Small = [.. Enumerable.Range(3, 2000).Where(number => Enumerable.Range(2, (int)Math.Sqrt(number) - 1).All(divisor => number % divisor != 0))];

    public static RSA Of(string word)
    {
        var (p, q) = (Prime(word + ", p"), Prime(word + ", q"));
        if (p < q)
        {
            (p, q) = (q, p);
        }

        BigInteger e = 65537;
        var d = Inverse(e, (p - 1) * (q - 1));
        return RSA.Create(new RSAParameters
        {
            Modulus = Bytes(p * q, 256),
            Exponent = [0x01, 0x00, 0x01],
            D = Bytes(d, 256),
            P = Bytes(p, 128),
            Q = Bytes(q, 128),
            DP = Bytes(d % (p - 1), 128),
            DQ = Bytes(d % (q - 1), 128),
            InverseQ = Bytes(Inverse(q, p), 128),
        });
    }

    // From a number with both upper bits set, the next that no small prime divides and that Fermat's test takes for a prime.
    private static BigInteger Prime(string word)
    {
        var bytes = SHA512.HashData(Encoding.UTF8.GetBytes(word)).Concat(SHA512.HashData(Encoding.UTF8.GetBytes(word + "'"))).ToArray();
        bytes[0] |= 0xC0;
        bytes[^1] |= 0x01;
        var number = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var rests = Small.Select(prime => (int)(number % prime)).ToArray();
        for (var step = 0; ; step += 2)
        {
            var candidate = number + step;
            if (!Small.Where((prime, i) => (rests[i] + step) % prime == 0).Any()
                && (candidate - 1) % 65537 != 0
                && BigInteger.ModPow(2, candidate - 1, candidate).IsOne)
            {
                return candidate;
            }
        }
    }

    private static BigInteger Inverse(BigInteger number, BigInteger modulus)
    {
        var (a, b, x, y) = (number, modulus, BigInteger.One, BigInteger.Zero);
        while (b != 0)
        {
            var quotient = a / b;
            (a, b, x, y) = (b, a - (quotient * b), y, x - (quotient * y));
        }

        return ((x % modulus) + modulus) % modulus;
    }

    private static byte[] Bytes(BigInteger number, int length)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[length - bytes.Length], .. bytes];
    }
}
