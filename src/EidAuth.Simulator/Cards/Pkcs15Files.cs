namespace EidAuth.Simulator.Cards;

/// <summary>
/// The directory files, byte for byte as cards have them (card content 4.01 §6, 5.4 §5). The card never looks inside; OpenSC and the official middleware
/// read nothing else to learn what is on it. Where the 1.8 manual prints length 32 for the first CDF entry, cards have 2F.
/// </summary>
internal static class Pkcs15Files
{
    public const string Directory = "61234F0CA000000177504B43532D3135500642454C50494351043F00DF0073050603603802";

    public const string Objects = "A00A300804063F00DF005035A40A300804063F00DF005037A80A300804063F00DF005034";

    public const string AuthenticationObjects =
        "3033300F0C0942617369632050494E030206C03003040101A11B30190302020C0A01000201040201088001010401FF300404023F00";

    private const string PrivateKeys =
        "{0}3A30170C0E41757468656E7469636174696F6E030206C0040101300F04010203020520030203B802020082A10E300C300604043F00DF000202{1}" +
        "{0}3930150C095369676E6174757265030206C00401010201013010040103030306004003" + "0203B802020083A10E300C300604043F00DF000202{1}";

    // Authentication, signature, CA, root.
    private static readonly string[] PrivateCertificates =
    [
        "302C30170C0E41757468656E7469636174696F6E030206C00401013003040102A10C300A300804063F00DF005038",
        "302730120C095369676E6174757265030206C00401013003040103A10C300A300804063F00DF005039",
        "3023300B0C024341030206C004010130060401040101FFA10C300A300804063F00DF00503A",
        "3025300D0C04526F6F74030206C004010130060401060101FFA10C300A300804063F00DF00503B",
    ];

    private static readonly string[] PublicCertificates =
    [
        "302F30170C0E41757468656E7469636174696F6E030206400401013006040102830100A10C300A300804063F00DF005038",
        "302A30120C095369676E6174757265030206400401013006040103830100A10C300A300804063F00DF005039",
        "3026300B0C0243410302064004010130090401040101FF830100A10C300A300804063F00DF00503A",
        "3028300D0C04526F6F740302064004010130090401060101FF830100A10C300A300804063F00DF00503B",
    ];

    /// <summary>5032, with the chip number as the token's serial.</summary>
    public static byte[] TokenInfo(CardProfile profile, ReadOnlySpan<byte> chipNumber) =>
    [
        .. Convert.FromHexString("30270201000410"),
        .. chipNumber,
        .. Convert.FromHexString("800642454C504943030204309E04" + profile.TokenVersion.Value),
    ];

    /// <summary>5035: RSA or P-384.</summary>
    public static string PrivateKeyObjects(CardProfile profile) =>
        PrivateKeys.Replace("{0}", profile.IsEc ? "A0" : "30", StringComparison.Ordinal)
            .Replace("{1}", profile.ObjectDirectoryKeySize.Value, StringComparison.Ordinal);

    /// <summary>5037; a certificate that the card does not have is left out, and zeros fill the file to its length.</summary>
    public static string CertificateObjects(CardProfile profile, bool hasAuthentication, bool hasSignature)
    {
        var all = profile.CertificatesArePrivate.Value ? PrivateCertificates : PublicCertificates;
        var present = string.Concat(hasAuthentication ? all[0] : "", hasSignature ? all[1] : "", all[2], all[3]);
        return present.PadRight(all.Sum(entry => entry.Length), '0');
    }
}
