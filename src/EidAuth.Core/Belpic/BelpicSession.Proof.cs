using System.Security.Cryptography;
using EidAuth.Iso7816;
using EidAuth.Pki;

namespace EidAuth.Belpic;

/// <content>Proof that the data is the National Register's and the chip is the card's. Nothing here needs the PIN.</content>
public sealed partial class BelpicSession
{
    private const int ChallengeLength = 32;

    /// <summary>Reads the holder's data with what proves it, and judges it: is this card's data genuine, and why not.</summary>
    /// <param name="anchors">The roots to trust, <see cref="TrustAnchors.Belgium"/> for real cards.</param>
    /// <param name="now">The time of the judgement.</param>
    /// <param name="parts">What of the holder's data is wanted.</param>
    /// <exception cref="CardException">As of <see cref="ReadContent"/>.</exception>
    public CardReading ReadAndJudge(TrustAnchors anchors, DateTimeOffset now, CardParts parts = CardParts.Holder)
    {
        var content = ReadContent(parts | CardParts.Proof);
        return new CardReading(content, CardProof.Judge(content, anchors, now, parts));
    }

    /// <summary>
    /// Challenges the chip's own key (INTERNAL AUTHENTICATE, 1.8), which files copied to another chip cannot answer. A chip answers 5000 times between two PINs,
    /// so nothing in this library does it unasked.
    /// </summary>
    /// <param name="reading">What was read from this card, with the identity in it.</param>
    /// <exception cref="CardException">Removed, Reset, Protocol, or a fault of the road.</exception>
    public ChipProof ProveCard(CardReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (!reading.Proof.IsProven(CardFact.Identity)
            || !reading.Proof.IsProven(CardFact.ChipNumber)
            || reading.Content.Identity is not { } identity
            || !reading.Content.ChipNumber.Span.SequenceEqual(ChipNumber.Span))
        {
            return ChipProof.IdentityUnproven;
        }

        // The identity says whether there is a key, not the applet's number: that one a copy can choose.
        if (identity.BasicKeyHash is not { } expected)
        {
            return ChipProof.NotSupported;
        }

        return ReadFile(CardFile.BasicKey) is { } file && expected.Span.SequenceEqual(SHA384.HashData(file)) ? Challenge(file) : ChipProof.NotGenuine;
    }

    private ChipProof Challenge(byte[] file)
    {
        // The algorithm must be the one of the curve.
        var challenge = RandomNumberGenerator.GetBytes(ChallengeLength);
        var (algorithm, hash) = SubjectPublicKey.TryRead(file, out var key) ? key.Kind switch
        {
            KeyKind.P256 => ((byte)0x01, SHA256.HashData(challenge)),
            KeyKind.P384 => ((byte)0x02, SHA384.HashData(challenge)),
            KeyKind.P521 => ((byte)0x04, SHA512.HashData(challenge)),
            _ => default,
        }
        : default;
        if (hash is null)
        {
            return ChipProof.NotSupported;
        }

        byte[]? signature;
        try
        {
            using (handle.BeginTransaction())
            {
                signature = card.AuthenticateInternally(algorithm, hash, 2 * key.Length);
            }
        }
        catch (CardException e) when (e.StatusWord is { Value: 0x6D00 or 0x6A88 })
        {
            // The command or the key is not there.
            return ChipProof.NotGenuine;
        }

        return signature is null ? ChipProof.Blocked : IsSignature(file, hash, signature) ? ChipProof.Genuine : ChipProof.NotGenuine;
    }

    private static bool IsSignature(byte[] publicKey, byte[] hash, byte[] signature)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            return key.VerifyHash(hash, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
