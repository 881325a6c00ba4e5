using System.Numerics;
using System.Security.Cryptography;

namespace EidAuth.Simulator.Cards;

/// <summary>RSA up to 1.7: PKCS#1 v1.5 over a DigestInfo from outside (01) or over a hash (02, 04, 08), PSS (10, 20).</summary>
internal sealed class RsaCardKey(RSA key, byte[] algorithms) : CardKey(algorithms)
{
    private const int Pkcs1Overhead = 11;

    private readonly int modulusLength = key.KeySize / 8;

    public override bool Takes(byte algorithm, int length) => algorithm switch
    {
        0x01 => length >= 1 && length <= modulusLength - Pkcs1Overhead,
        0x02 or 0x10 => length == 20,
        0x04 => length == 16,
        0x08 or 0x20 => length == 32,
        _ => false,
    };

    public override byte[] Sign(byte algorithm, ReadOnlySpan<byte> input) => algorithm switch
    {
        0x02 => key.SignHash(input, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1),
        0x04 => key.SignHash(input, HashAlgorithmName.MD5, RSASignaturePadding.Pkcs1),
        0x08 => key.SignHash(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        0x10 => key.SignHash(input, HashAlgorithmName.SHA1, RSASignaturePadding.Pss),
        0x20 => key.SignHash(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        _ => SignAsGiven(input),
    };

    /// <summary>00 01 FF… 00 and the caller's bytes, whatever they are: .NET signs hashes only, so the private operation is done here.</summary>
    private byte[] SignAsGiven(ReadOnlySpan<byte> input)
    {
        var block = new byte[modulusLength];
        block.AsSpan(2, modulusLength - 3 - input.Length).Fill(0xFF);
        block[1] = 0x01;
        input.CopyTo(block.AsSpan(modulusLength - input.Length));

        var secret = key.ExportParameters(includePrivateParameters: true);
        BigInteger message = Number(block), p = Number(secret.P), q = Number(secret.Q);
        var byP = BigInteger.ModPow(message % p, Number(secret.DP), p);
        var byQ = BigInteger.ModPow(message % q, Number(secret.DQ), q);
        var difference = (byP - byQ) * Number(secret.InverseQ) % p;
        var signature = byQ + (q * (difference.Sign < 0 ? difference + p : difference));

        Array.Clear(block);
        signature.TryWriteBytes(block.AsSpan(modulusLength - signature.GetByteCount(isUnsigned: true)), out _, isUnsigned: true, isBigEndian: true);
        return block;
    }

    private static BigInteger Number(ReadOnlySpan<byte> bigEndian) => new(bigEndian, isUnsigned: true, isBigEndian: true);
}
