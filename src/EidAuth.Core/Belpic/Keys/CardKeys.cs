using System.Security.Cryptography;
using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <summary>What both kinds of card key say when they are asked for something else than a signature.</summary>
internal static class CardKeys
{
    public static CryptographicException NotExportable() => new("The private key stays in the card.");

    public static NotSupportedException NotChangeable() => new("A card's key is what it is.");

    public static NotSupportedException ForSignaturesOnly() => new("The card's key makes signatures, nothing else.");

    public static CardSigningException WrongSignature() => new(new CardException(CardFault.Protocol, "The card's signature does not match its certificate."));
}
