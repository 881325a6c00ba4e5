namespace EidAuth.ConformanceTests.Paths;

/// <summary>Where <c>X509Chain</c> comes to another verdict than a login on purpose, and why ours is meant. Every other case has the verdict of both.</summary>
/// <param name="Id">The case.</param>
/// <param name="Titles">Its rows; none for all that are not accepted here.</param>
/// <param name="Reason">What the platform does.</param>
internal sealed record PlatformDifference(string Id, string[] Titles, string Reason)
{
    private const string Number = "who the holder is is not its question";
    private const string Token = "what the holder's key signed is not its question";
    private const string Policy = "policies count only where a caller asks for a tree of them, which is empty on genuine paths under root 4";
    private const string Usage = "it does not look at the leaf's key usage";
    private const string Der = "its loader takes BER, sizes and versions of every kind, and passes over what trails";
    private const string Key = "it does not use the leaf's key, and takes every CA key that verifies";

    public static readonly PlatformDifference[] All =
    [
        new("P9", ["a CA without key usage"], "a CA without key usage may do everything"),
        new("P10", ["a Citizen CA with path length 1", "a Citizen CA without path length", "the same in the Citizen CA's own name, in another string type"],
            "it counts the CAs that are there, and none whose name it finds equal to its issuer's"),
        new("P12", ["the last second of validity"], "the last second is outside to it, inside by RFC 5280 §4.1.2.5"),
        new("P15", [], "names are compared without regard to case, spaces and string type"),
        new("P16", ["no authority key identifier in the holder's certificate"], "the name is enough where an identifier is missing"),
        new("P18", ["holder signed with ecdsa-with-SHA1", "holder signed with sha1WithRSA", "holder signed with md5WithRSA", "CA signed with ecdsa-with-SHA1", "CA signed with sha1WithRSA"],
            "every hash that OpenSSL knows is good enough"),
        new("P19", ["holder with RSA-1024", "holder with exponent 3", "holder with an even exponent", "holder with an exponent of 33 bits", "holder with a negative exponent", "holder with an even modulus",
            "holder with Ed25519", "CA with RSA-1024"], Key),
        new("P21", ["the point at infinity", "a compressed point"], Key),
        new("P22", ["RSA PKCS#1 without its NULL"], "parameters of the algorithm are not looked at"),
        new("P25", ["an unknown extension twice"], "only extensions it knows may not be there twice"),
        new("P26", ["critical name constraints on the CA"], "empty constraints, which RFC 5280 forbids, constrain nothing"),
        new("P26", ["critical name constraints on the CA that are not DER"], "it passes over constraints it cannot read"),
        new("P26", ["critical name constraints on the CA that the holder keeps to: none of the hierarchy has any"], "constraints are processed, and here they hold"),
        new("P27", [], "policy constraints are processed: the leaf has a policy, so the constraint holds; here a CA that has any is none of the Belgian hierarchy"),
        new("P28", ["a CA for any purpose"], "a CA's list must name the purpose itself"),
        new("P29", [], Der),
        new("P30", ["serial number negative", "serial number zero", "serial number of 21 octets"], Der),
        new("P31", ["indefinite length", "a longer length than needed", "TRUE as 01", "FALSE written out", "unused bits that are set", "bits beyond the last named one"], Der),
        new("P32", ["one zero after it", "1,100 zeros after it", "a second certificate after it"], Der),
        new("P33", ["GeneralizedTime before 2050"], Der),
        new("P34", ["a certificate of 17 KiB", "a certificate of 1 MB", "33 extensions", "10,000 extensions", "a subject with 10,000 parts"], Der),
        new("P37", [], "a CA at the end of a path is as good as another"),
        new("L1", [], Usage),
        new("L3", [], Usage),
        new("L4", [], Usage),
        new("L5", [], "a leaf without purposes has all of them"),
        new("L7", [], "one right purpose is enough, whatever stands beside it"),
        new("L8", [], Policy),
        new("L9", [], Policy),
        new("L11", [], "any CA under the root may issue anything"),
        new("L12", ["no national number", "two national numbers", "10 digits", "12 digits", "a letter", "punctuation", "wrong check digits", "full-width digits",
            "a number in a string type that names do not have here"], Number),
        new("L16", [], Token),
        new("L17", ["the token signed for another origin", "the token signed for another port", "the token signed for another challenge", "one bit of the token's signature turned (EC)",
            "one bit of the token's signature turned (RSA)", "the token's signature one octet short (RSA)", "the token's signature one octet long (EC)", "the token's signature all zero",
            "no token signature", "the certificate of another holder of the same CA", "no certificate"], Token),
    ];

    /// <summary>The difference for that case, or null.</summary>
    public static PlatformDifference? Of(string id, string title, bool isAccepted) =>
        Array.Find(All, item => item.Id == id && (item.Titles.Length == 0 ? !isAccepted : item.Titles.Contains(title)));
}
