using System.Security.Cryptography;

namespace EidAuth.Simulator.Cards;

/// <summary>P-384 on 1.8: the hash comes from outside, the answer is raw r‖s of 96 bytes (1.8 manual table 41).</summary>
internal sealed class EcCardKey(ECDsa key, byte[] algorithms) : CardKey(algorithms)
{
    public override bool Takes(byte algorithm, int length) => algorithm switch
    {
        0x01 or 0x08 => length == 32,
        0x02 or 0x10 => length == 48,
        0x04 or 0x20 => length == 64,
        0x40 => length is 20 or 28 or 32 or 48 or 64,
        _ => false,
    };

    public override byte[] Sign(byte algorithm, ReadOnlySpan<byte> input) =>
        key.SignHash(input, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
}
