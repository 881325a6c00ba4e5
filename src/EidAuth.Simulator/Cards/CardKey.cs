using System.Security.Cryptography;

namespace EidAuth.Simulator.Cards;

/// <summary>A private key as MSE SET and PSO see it: which algorithm references it knows, what lengths they take, what they give.</summary>
internal abstract class CardKey(byte[] algorithms)
{
    public static CardKey Of(AsymmetricAlgorithm key, byte[] algorithms) => key switch
    {
        RSA rsa => new RsaCardKey(rsa, algorithms),
        ECDsa ec => new EcCardKey(ec, algorithms),
        _ => throw new ArgumentException("RSA or ECDSA.", nameof(key)),
    };

    public bool Knows(byte algorithm) => algorithms.Contains(algorithm);

    public abstract bool Takes(byte algorithm, int length);

    public abstract byte[] Sign(byte algorithm, ReadOnlySpan<byte> input);
}
