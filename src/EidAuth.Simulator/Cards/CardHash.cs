using System.Security.Cryptography;

namespace EidAuth.Simulator.Cards;

/// <summary>The hashes that card profiles name.</summary>
internal static class CardHash
{
    /// <exception cref="InvalidDataException">The profile names another.</exception>
    public static HashAlgorithmName Named(string name) => name switch
    {
        "SHA-1" => HashAlgorithmName.SHA1,
        "SHA-256" => HashAlgorithmName.SHA256,
        "SHA-384" => HashAlgorithmName.SHA384,
        _ => throw new InvalidDataException("A card profile's hash is SHA-1, SHA-256 or SHA-384."),
    };

    public static byte[] Of(string name, ReadOnlySpan<byte> data) => CryptographicOperations.HashData(Named(name), data);
}
