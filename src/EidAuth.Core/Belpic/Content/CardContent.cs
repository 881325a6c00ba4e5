namespace EidAuth.Belpic;

/// <summary>What was read from one card in one session. A member is null when it was not asked for or the card does not have it.</summary>
public sealed record CardContent
{
    /// <summary>The applet's generation.</summary>
    public required AppletVersion Applet { get; init; }

    /// <summary>The chip number that the chip itself told (GET CARD DATA), 16 bytes.</summary>
    public required ReadOnlyMemory<byte> ChipNumber { get; init; }

    /// <summary>File 4031.</summary>
    public Identity? Identity { get; init; }

    /// <summary>File 4032 as stored.</summary>
    public ReadOnlyMemory<byte>? IdentitySignature { get; init; }

    /// <summary>File 4033.</summary>
    public Address? Address { get; init; }

    /// <summary>File 4034 as stored.</summary>
    public ReadOnlyMemory<byte>? AddressSignature { get; init; }

    /// <summary>File 4035, JPEG.</summary>
    public ReadOnlyMemory<byte>? Photo { get; init; }

    /// <summary>The National Register's certificate, DER.</summary>
    public ReadOnlyMemory<byte>? NationalRegisterCertificate { get; init; }

    /// <summary>The root, DER.</summary>
    public ReadOnlyMemory<byte>? RootCertificate { get; init; }

    /// <summary>The holder's authentication certificate, DER.</summary>
    public ReadOnlyMemory<byte>? AuthenticationCertificate { get; init; }

    /// <summary>File 4040 (1.8).</summary>
    public ReadOnlyMemory<byte>? BasicKey { get; init; }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(CardContent);
}
