using System.Security.Cryptography;

namespace EidAuth.Simulator.Cards;

/// <summary>A private key as MSE SET and PSO see it: which algorithm references it knows, what lengths they take, what they give.</summary>
internal abstract class CardKey
{
    public static CardKey Of(AsymmetricAlgorithm key) => key switch
    {
        RSA rsa => new RsaCardKey(rsa),
        ECDsa ec => new EcCardKey(ec),
        _ => throw new ArgumentException("RSA or ECDSA.", nameof(key)),
    };

    public abstract bool Knows(byte algorithm);

    public abstract bool Takes(byte algorithm, int length);

    public abstract byte[] Sign(byte algorithm, ReadOnlySpan<byte> input);
}
