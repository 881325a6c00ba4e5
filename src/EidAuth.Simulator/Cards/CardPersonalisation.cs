using System.Security.Cryptography;
using EidAuth.Simulator.Pki;

namespace EidAuth.Simulator.Cards;

/// <summary>Fills a card for a citizen.</summary>
/// <param name="citizen">Whose card.</param>
/// <param name="profile">Which generation.</param>
/// <param name="habits">What the manuals leave open.</param>
/// <param name="register">Signs files 4032 and 4034.</param>
internal sealed class CardPersonalisation(Citizen citizen, CardProfile profile, CardHabits habits, NationalRegisterSigner register)
{
    private readonly CardFiles files = new();

    /// <param name="certificates">For files 5038 to 503C.</param>
    /// <param name="keys">For references 81 to 83.</param>
    /// <param name="now">The card is made now.</param>
    public SimulatedCard Make(CardCertificates certificates, CardKeys keys, DateTimeOffset now)
    {
        byte[] prefix = Convert.FromHexString(profile.ChipNumberPrefix.Value);
        byte[] chipNumber = [.. prefix, .. RandomNumberGenerator.GetBytes(16 - prefix.Length)];
        AddDirectories(chipNumber, certificates);
        AddCertificates(certificates);
        AddHolder(chipNumber, keys, now);
        byte[] cardData = [.. chipNumber, .. Convert.FromHexString(profile.CardDataTail.Value)];
        return new SimulatedCard(citizen.Id, profile, habits, cardData, files, keys, new CardPin(PinBlock.Of(citizen.Pin), citizen.TriesLeft))
        {
            IsActivated = !citizen.Has(CitizenFault.NotActivated),
        };
    }

    private static byte[] Another(ReadOnlySpan<byte> bytes)
    {
        var other = bytes.ToArray();
        other[^1] ^= 0x01;
        return other;
    }

    private static byte[] Padded(byte[] content, int zeros)
    {
        var file = new byte[content.Length + zeros];
        content.CopyTo(file, 0);
        return file;
    }

    private void AddDirectories(byte[] chipNumber, CardCertificates certificates)
    {
        files.Add(CardFiles.MasterFile, 0x2F00, Pkcs15Files.Directory);
        files.Add(CardFiles.CertificateDirectory, 0x5031, Pkcs15Files.Objects);
        files.Add(CardFiles.CertificateDirectory, 0x5032, Pkcs15Files.TokenInfo(profile, chipNumber));
        files.Add(CardFiles.CertificateDirectory, 0x5034, Pkcs15Files.AuthenticationObjects);
        files.Add(CardFiles.CertificateDirectory, 0x5035, Pkcs15Files.PrivateKeyObjects(profile));
        files.Add(
            CardFiles.CertificateDirectory,
            0x5037,
            Pkcs15Files.CertificateObjects(profile, certificates.Authentication is not null, certificates.Signature is not null));
    }

    private void AddCertificates(CardCertificates certificates)
    {
        var padding = profile.CertificatePadding.Value;
        var outerPadding = profile.PadsRootAndRegister.Value ? padding : 0;
        var missing = new byte[profile.MissingCertificateLength.Value];
        files.Add(CardFiles.CertificateDirectory, 0x5038, certificates.Authentication is { } authentication ? Padded(authentication, padding) : missing);
        files.Add(CardFiles.CertificateDirectory, 0x5039, certificates.Signature is { } signature ? Padded(signature, padding) : missing);
        files.Add(CardFiles.CertificateDirectory, 0x503A, Padded(certificates.IssuingCa, padding));
        files.Add(CardFiles.CertificateDirectory, 0x503B, Padded(certificates.Root, outerPadding));
        files.Add(CardFiles.CertificateDirectory, 0x503C, Padded(certificates.NationalRegister, outerPadding));
    }

    private void AddHolder(byte[] chipNumber, CardKeys keys, DateTimeOffset now)
    {
        var photo = EmbeddedFile.Read(profile.Photo.Value + ".jpg");
        var photoHash = CardHash.Of(profile.PhotoHash.Value, citizen.Has(CitizenFault.BadPhotoHash) ? Another(photo) : photo);
        var basicKey = keys.Basic?.ExportSubjectPublicKeyInfo();
        var basicKeyHash = basicKey is null ? null : SHA384.HashData(citizen.Has(CitizenFault.BadBasicKey) ? Another(basicKey) : basicKey);
        var identity = IdentityFile.Identity(
            citizen,
            citizen.Has(CitizenFault.OtherChipNumber) ? Another(chipNumber) : chipNumber,
            citizen.ValidityAt(now),
            photoHash,
            basicKeyHash,
            habits.WritesStructureVersion);
        var identitySignature = register.Sign(citizen.Has(CitizenFault.BadIdentitySignature) ? Another(identity) : identity);
        var address = IdentityFile.Address(citizen.Address, citizen.AddressLength ?? profile.AddressLength.Value, habits.WritesStructureVersion);
        // Card content 5.4: signed without the zeros at its end.
        var addressContent = address.AsSpan().TrimEnd((byte)0);
        byte[] signed = [.. citizen.Has(CitizenFault.BadAddressSignature) ? Another(addressContent) : addressContent, .. identitySignature];

        files.Add(CardFiles.IdentityDirectory, 0x4031, identity);
        files.Add(CardFiles.IdentityDirectory, 0x4032, identitySignature);
        files.Add(CardFiles.IdentityDirectory, 0x4033, address);
        files.Add(CardFiles.IdentityDirectory, 0x4034, register.Sign(signed));
        files.Add(CardFiles.IdentityDirectory, 0x4035, photo);
        if (profile.HasRoleKeyHash.Value)
        {
            // Of a key that only the authorities use: here there is none, so any twenty bytes do.
            files.Add(CardFiles.IdentityDirectory, 0x4038, SHA256.HashData(chipNumber)[..20]);
        }

        if (profile.PreferencesLength.Value > 0)
        {
            files.Add(CardFiles.IdentityDirectory, 0x4039, new byte[profile.PreferencesLength.Value]);
        }

        if (basicKey is not null)
        {
            files.Add(CardFiles.IdentityDirectory, 0x4040, basicKey);
        }
    }
}
