using EidAuth.Belpic;

namespace EidAuth.Login;

/// <summary>One file of the form field <c>identity</c>: its member, the longest content, and the parts that cannot be proven without it.</summary>
internal sealed record FieldFile(string Member, int MaximumLength, CardParts Parts, bool MayBeAbsent = false)
{
    // Whose an address or a photo is, only the identity says: it has the number, and the photo's hash.
    public static readonly FieldFile Identity = new("identity", TlvFile.MaximumLength, CardParts.Holder);
    public static readonly FieldFile IdentitySignature = new("identitySignature", SignatureForm.Instance.MaximumLength, CardParts.Holder);
    public static readonly FieldFile Address = new("address", AddressForm.Instance.MaximumLength, CardParts.Address);
    public static readonly FieldFile AddressSignature = new("addressSignature", SignatureForm.Instance.MaximumLength, CardParts.Address);
    public static readonly FieldFile Photo = new("photo", PhotoForm.Instance.MaximumLength, CardParts.Photo);
    public static readonly FieldFile Register = new("register", CertificateBag.MaximumCertificateLength, CardParts.Holder);

    // A candidate: test anchors have their bytes, and the pin decides either way.
    public static readonly FieldFile Root = new("root", CertificateBag.MaximumCertificateLength, CardParts.Holder, MayBeAbsent: true);

    /// <summary>In the order in which they are written.</summary>
    public static readonly IReadOnlyList<FieldFile> All = [Identity, IdentitySignature, Address, AddressSignature, Photo, Register, Root];

    /// <summary>It travels with these parts.</summary>
    public bool GoesWith(CardParts parts) => (Parts & parts) != CardParts.None;

    /// <summary>These parts cannot be proven without it.</summary>
    public bool IsNeededFor(CardParts parts) => !MayBeAbsent && GoesWith(parts);
}
