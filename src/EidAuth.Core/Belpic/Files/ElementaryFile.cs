namespace EidAuth.Belpic;

/// <summary>A transparent file of the card: its directory under 3F00 and its identifier.</summary>
internal readonly record struct ElementaryFile(ushort Directory, ushort Identifier)
{
    /// <summary>PKCS#15: certificates and keys.</summary>
    public const ushort CertificateDirectory = 0xDF00;

    /// <summary>Identity, address, photo.</summary>
    public const ushort IdentityDirectory = 0xDF01;

    public static readonly ElementaryFile Identity = new(IdentityDirectory, 0x4031);
    public static readonly ElementaryFile IdentitySignature = new(IdentityDirectory, 0x4032);
    public static readonly ElementaryFile Address = new(IdentityDirectory, 0x4033);
    public static readonly ElementaryFile AddressSignature = new(IdentityDirectory, 0x4034);
    public static readonly ElementaryFile Photo = new(IdentityDirectory, 0x4035);

    /// <summary>The public key of the card itself, applet 1.8 only.</summary>
    public static readonly ElementaryFile BasicKey = new(IdentityDirectory, 0x4040);

    public static ElementaryFile Of(CardFile file) => new((ushort)((uint)file >> 16), (ushort)file);

    public static ElementaryFile Of(CertificateFile certificate) => new(CertificateDirectory, (ushort)certificate);
}
