namespace EidAuth.Pki;

/// <summary>
/// The pins of the Belgian roots that issue or issued what today's cards hold. Root CA4 was issued twice with one key; a supplier's non-production root carries
/// the very name of Root CA6, which is one reason why nothing here is a name.
/// </summary>
internal static class BelgianRoots
{
    private const string RootCa4Key = "b1538a9071705a92d938e506b738da0cafd1ae66aec2eeddc75479d433bd8776";
    private const string RootCa4KeyIdentifier = "67e8f14e4fb3b5f3076f089c0c83d97ad95be749";

    /// <summary>Belgium Root CA4, first issue and re-issue, and Belgium Root CA6.</summary>
    public static TrustAnchor[] Pins { get; } =
    [
        Pin(
            "c3fbf37259af0954eeea4282dd1c7226a54e7150f7c29a2c495ba34dbfe09ca0",
            RootCa4Key,
            RootCa4KeyIdentifier,
            new(2013, 6, 26, 12, 0, 0, TimeSpan.Zero),
            new(2028, 1, 28, 12, 0, 0, TimeSpan.Zero),
            PolicyFamily.Root4),
        Pin(
            "702dd5c1a093cf0a9d71fadd9bf9a7c5857d89fb73b716e867228b3c2beb968f",
            RootCa4Key,
            RootCa4KeyIdentifier,
            new(2013, 6, 26, 12, 0, 0, TimeSpan.Zero),
            new(2032, 10, 22, 12, 0, 0, TimeSpan.Zero),
            PolicyFamily.Root4),
        Pin(
            "9c872bc979a7c09a58d4a274c199e5cb16cfa9b9618d98bc9a9988e984b8495c",
            "894ad2232fe69bb09e8370ef387ec1c66ab6a4ce53c811fd3c8ced5b5158d8c1",
            "2ea088b00b0d6289ec1d3fd49fcc92448e486946",
            new(2020, 6, 3, 10, 1, 31, TimeSpan.Zero),
            new(2040, 6, 3, 10, 1, 31, TimeSpan.Zero),
            PolicyFamily.Root6),
    ];

    private static TrustAnchor Pin(string certificate, string key, string keyIdentifier, DateTimeOffset from, DateTimeOffset until, PolicyFamily policies) => new()
    {
        CertificateHash = Convert.FromHexString(certificate),
        KeyHash = Convert.FromHexString(key),
        KeyIdentifier = Convert.FromHexString(keyIdentifier),
        NotBefore = from,
        NotAfter = until,
        Policies = policies,
    };
}
