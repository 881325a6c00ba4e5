using System.Security.Cryptography;

namespace EidAuth.Simulator.Cards;

/// <summary>What differs between the generations of the card.</summary>
internal sealed record CardGeneration
{
    public static readonly CardGeneration V17 = new()
    {
        Applet = 0x17,
        IsEc = false,
        Atr = "3B9813400AA503010101AD1311",
        CardDataTail = "F3360122011700030021010F",
        CertificatePadding = 50,
        PadsRootAndRegister = false,
        CommandsBetweenVerifyAndSignature = 0,
        Photo = "photo-140x200.jpg",
        TokenVersion = "02030000",
    };

    public static readonly CardGeneration V18 = new()
    {
        Applet = 0x18,
        IsEc = true,
        Atr = "3B7F96000080318065B085040120120FFF829000",
        CardDataTail = "F3360122011800010000020F",
        CertificatePadding = 1100,
        PadsRootAndRegister = true,
        CommandsBetweenVerifyAndSignature = 1,
        Photo = "photo-150x195.jpg",
        TokenVersion = "04040000",
    };

    /// <summary>GET CARD DATA byte 21.</summary>
    public required byte Applet { get; init; }

    /// <summary>P-384 keys, READ RECORD, GET CARD DATA with the PIN counter, INTERNAL AUTHENTICATE.</summary>
    public required bool IsEc { get; init; }

    /// <summary>Answer to reset, hexadecimal.</summary>
    public required string Atr { get; init; }

    /// <summary>GET CARD DATA bytes 16 to 27, hexadecimal.</summary>
    public required string CardDataTail { get; init; }

    /// <summary>Zero bytes after the DER in 5038, 5039, 503A.</summary>
    public required int CertificatePadding { get; init; }

    /// <summary>503B and 503C have them too.</summary>
    public required bool PadsRootAndRegister { get; init; }

    /// <summary>How many commands may stand between VERIFY and a signature with key 83.</summary>
    public required int CommandsBetweenVerifyAndSignature { get; init; }

    /// <summary>The embedded photo.</summary>
    public required string Photo { get; init; }

    /// <summary>TokenInfo's version bytes: graphical, electrical, interface, reserved; hexadecimal.</summary>
    public required string TokenVersion { get; init; }

    /// <exception cref="ArgumentException">Neither 1.7 nor 1.8.</exception>
    public static CardGeneration Of(string applet) => applet switch
    {
        "1.7" => V17,
        "1.8" => V18,
        _ => throw new ArgumentException("The applet is 1.7 or 1.8.", nameof(applet)),
    };

    /// <summary>New keys: P-384 with a basic key, or RSA-2048 without.</summary>
    public CardKeys MakeKeys() => IsEc
        ? new(ECDsa.Create(ECCurve.NamedCurves.nistP384), ECDsa.Create(ECCurve.NamedCurves.nistP384), ECDsa.Create(ECCurve.NamedCurves.nistP384))
        : new(RSA.Create(2048), RSA.Create(2048), null);

    /// <summary>The hash of tag 11.</summary>
    public byte[] PhotoHash(ReadOnlySpan<byte> photo) => IsEc ? SHA384.HashData(photo) : SHA256.HashData(photo);
}
