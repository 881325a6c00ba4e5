using System.Security.Cryptography;

namespace EidAuth.Simulator.Cards;

/// <summary>Fills a card for a citizen.</summary>
internal static class CardPersonalisation
{
    /// <param name="citizen">Whose card.</param>
    /// <param name="generation">1.7 or 1.8.</param>
    /// <param name="certificates">For files 5038 to 503C.</param>
    /// <param name="keys">For references 81 to 83.</param>
    /// <param name="signAsNationalRegister">Makes a signature file's 256 bytes over what it is given.</param>
    /// <param name="now">The card has been valid for a year and is for nine more.</param>
    public static SimulatedCard Make(
        Citizen citizen, CardGeneration generation, CardCertificates certificates, CardKeys keys, SignatureFile signAsNationalRegister, DateTimeOffset now)
    {
        // 53 4C 47 90: how chip numbers of these generations begin; the rest is the chip's own.
        byte[] chipNumber = [0x53, 0x4C, 0x47, 0x90, .. RandomNumberGenerator.GetBytes(12)];
        var photo = EmbeddedFile.Read(generation.Photo);
        var basicKey = keys.Basic?.ExportSubjectPublicKeyInfo();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var identity = IdentityFile.Identity(
            citizen, chipNumber, (today.AddYears(-1), today.AddYears(9)), generation.PhotoHash(photo), basicKey);
        var identitySignature = signAsNationalRegister(identity);
        var address = IdentityFile.Address(citizen.Address);

        var files = new CardFiles();
        files.Add(0x3F00, 0x2F00, Pkcs15Files.Directory);
        files.Add(0xDF00, 0x5031, Pkcs15Files.Objects);
        files.Add(0xDF00, 0x5032, Pkcs15Files.TokenInfo(generation, chipNumber));
        files.Add(0xDF00, 0x5034, Pkcs15Files.AuthenticationObjects);
        files.Add(0xDF00, 0x5035, Pkcs15Files.PrivateKeyObjects(generation));
        files.Add(0xDF00, 0x5037, Pkcs15Files.CertificateObjects(generation));
        var padding = generation.CertificatePadding;
        var outerPadding = generation.PadsRootAndRegister ? padding : 0;
        files.Add(0xDF00, 0x5038, Padded(certificates.Authentication, padding));
        files.Add(0xDF00, 0x5039, Padded(certificates.Signature, padding));
        files.Add(0xDF00, 0x503A, Padded(certificates.CitizenCa, padding));
        files.Add(0xDF00, 0x503B, Padded(certificates.Root, outerPadding));
        files.Add(0xDF00, 0x503C, Padded(certificates.NationalRegister, outerPadding));
        files.Add(0xDF01, 0x4031, identity);
        files.Add(0xDF01, 0x4032, identitySignature);
        files.Add(0xDF01, 0x4033, address);
        files.Add(0xDF01, 0x4034, signAsNationalRegister([.. address.AsSpan().TrimEnd((byte)0), .. identitySignature]));
        files.Add(0xDF01, 0x4035, photo);
        if (basicKey is not null)
        {
            files.Add(0xDF01, 0x4040, basicKey);
        }

        byte[] cardData = [.. chipNumber, .. Convert.FromHexString(generation.CardDataTail)];
        return new SimulatedCard(citizen.Id, generation, cardData, files, keys, new CardPin(PinBlock.Of(citizen.Pin), citizen.TriesLeft));
    }

    private static byte[] Padded(byte[] content, int zeros)
    {
        var file = new byte[content.Length + zeros];
        content.CopyTo(file, 0);
        return file;
    }
}
