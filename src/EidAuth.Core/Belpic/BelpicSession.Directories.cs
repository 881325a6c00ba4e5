using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <content>What the card says of itself. Nothing here needs the PIN.</content>
public sealed partial class BelpicSession
{
    private delegate bool Parser<T>(ReadOnlyMemory<byte> file, out T? parsed);

    /// <summary>Asks GET CARD DATA again, with the PIN tries left where the generation tells them so.</summary>
    /// <exception cref="CardException">Removed, Reset, Protocol, or a fault of the road.</exception>
    public CardData ReadCardData()
    {
        using (handle.BeginTransaction())
        {
            return card.ReadCardData(BelpicAtr.IsSince18(handle.Atr.Span));
        }
    }

    /// <summary>File 5032; null when the card has none.</summary>
    /// <exception cref="CardException">As above; Protocol also when the file is not what its place says.</exception>
    public TokenInfo? ReadTokenInfo() => Read<TokenInfo>(CardFile.TokenInfo, TokenInfo.TryParse);

    /// <summary>File 5031; null when the card has none.</summary>
    /// <exception cref="CardException">As above.</exception>
    public IReadOnlyList<ObjectDirectoryEntry>? ReadObjectDirectory() =>
        Read<IReadOnlyList<ObjectDirectoryEntry>>(CardFile.ObjectDirectory, ObjectDirectoryEntry.TryParse);

    /// <summary>File 5034; null when the card has none.</summary>
    /// <exception cref="CardException">As above.</exception>
    public IReadOnlyList<PinObject>? ReadPinObjects() => Read<IReadOnlyList<PinObject>>(CardFile.AuthenticationObjects, PinObject.TryParse);

    /// <summary>File 5035; null when the card has none.</summary>
    /// <exception cref="CardException">As above.</exception>
    public IReadOnlyList<PrivateKeyObject>? ReadPrivateKeyObjects() => Read<IReadOnlyList<PrivateKeyObject>>(CardFile.PrivateKeys, PrivateKeyObject.TryParse);

    /// <summary>File 5037: which certificates there are; null when the card has none.</summary>
    /// <exception cref="CardException">As above.</exception>
    public IReadOnlyList<CertificateObject>? ReadCertificateObjects() => Read<IReadOnlyList<CertificateObject>>(CardFile.Certificates, CertificateObject.TryParse);

    /// <summary>File 4040; null before 1.8.</summary>
    /// <exception cref="CardException">As above.</exception>
    public BasicKey? ReadBasicKey() => Read<BasicKey>(CardFile.BasicKey, BasicKey.TryParse);

    /// <summary>File 4038: SHA-1 of the key that may change the card's roles, 20 bytes; null from 1.8 on.</summary>
    /// <exception cref="CardException">As above.</exception>
    public byte[]? ReadCaRoleKeyHash() => ReadFile(CardFile.CaRoleKeyHash);

    /// <summary>File 4039: what the holder's programs put there; no form is laid down. Null from 1.8 on.</summary>
    /// <exception cref="CardException">As above.</exception>
    public byte[]? ReadPreferences() => ReadFile(CardFile.Preferences);

    private T? Read<T>(CardFile file, Parser<T> parse)
        where T : class
    {
        if (ReadFile(file) is not { } content)
        {
            return null;
        }

        return parse(content, out var parsed) && parsed is not null
            ? parsed
            : throw new CardException(CardFault.Protocol, $"File {(ushort)file:X4} on the card holds something else.");
    }
}
