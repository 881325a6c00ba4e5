namespace EidAuth.Pki;

/// <summary>
/// The pins of the Belgian roots. Roots 2 and 4 were issued twice with one key; a supplier's non-production root carries the very name of Root CA6, which is one reason
/// why nothing here is trusted by its name.
/// </summary>
internal static class BelgianRoots
{
    /// <summary>All of them; which ones are trusted is for <see cref="TrustAnchors"/> to say.</summary>
    public static IReadOnlyList<TrustAnchor> Pins { get; } =
    [
        new()
        {
            Root = BelgianRoot.Ca1,
            CertificateHash = Hex("7c7ed4240bb253bb35c376e12e00b027f1659df9d8267422a93eed75edc7adfb"),
            KeyHash = Hex("98ca29f313386721afbf5d14f1abcaa1dc63cc8d1fd7dc361f6b01368938f24b"),
            KeyIdentifier = Hex("10f00c569b61ea573ab635976d9fddb9148edbe6"),
            NotBefore = At("2003-01-26T23:00:00Z"),
            NotAfter = At("2014-01-26T23:00:00Z"),
            Policies = PolicyFamily.Root1,
        },
        new()
        {
            Root = BelgianRoot.Ca2,
            CertificateHash = Hex("9f9744463be13714754e1a3becf98c08cc205e4ab32028f4e2830c4a1b2775b8"),
            KeyHash = Hex("f8e5f905bc939911267b83d50814a90323b51e183629db52d4fc2d5468a5a578"),
            KeyIdentifier = Hex("858aebf4c5bbbe0e590394ded6800115e3109c39"),
            NotBefore = At("2007-10-04T10:00:00Z"),
            NotAfter = At("2021-12-15T08:00:00Z"),
            Policies = PolicyFamily.Root2,
        },
        new()
        {
            Root = BelgianRoot.Ca2,
            CertificateHash = Hex("c34cd7245b341e7c8a24010ccf17e543f0665be53c912fd13dcf5fc6781b4cf6"),
            KeyHash = Hex("f8e5f905bc939911267b83d50814a90323b51e183629db52d4fc2d5468a5a578"),
            KeyIdentifier = Hex("858aebf4c5bbbe0e590394ded6800115e3109c39"),
            NotBefore = At("2011-11-23T10:00:00Z"),
            NotAfter = At("2028-01-28T12:00:00Z"),
            Policies = PolicyFamily.Root2,
        },
        new()
        {
            Root = BelgianRoot.Ca3,
            CertificateHash = Hex("a8d14e945e3e5156bcae5e39737cf6a1b1f51028bbbf982f50ce5f4c05568b4d"),
            KeyHash = Hex("c7bc5e493726bbf531f62fc5f5513ac03ead813af4dcd445b3305ba3d3d53374"),
            KeyIdentifier = Hex("b8bc6c008f5b19859d25019cf019dc408ed0382b"),
            NotBefore = At("2013-06-26T12:00:00Z"),
            NotAfter = At("2028-01-28T12:00:00Z"),
            Policies = PolicyFamily.Root3,
        },
        new()
        {
            Root = BelgianRoot.Ca4,
            CertificateHash = Hex("c3fbf37259af0954eeea4282dd1c7226a54e7150f7c29a2c495ba34dbfe09ca0"),
            KeyHash = Hex("b1538a9071705a92d938e506b738da0cafd1ae66aec2eeddc75479d433bd8776"),
            KeyIdentifier = Hex("67e8f14e4fb3b5f3076f089c0c83d97ad95be749"),
            NotBefore = At("2013-06-26T12:00:00Z"),
            NotAfter = At("2028-01-28T12:00:00Z"),
            Policies = PolicyFamily.Root4,
        },
        new()
        {
            Root = BelgianRoot.Ca4,
            CertificateHash = Hex("702dd5c1a093cf0a9d71fadd9bf9a7c5857d89fb73b716e867228b3c2beb968f"),
            KeyHash = Hex("b1538a9071705a92d938e506b738da0cafd1ae66aec2eeddc75479d433bd8776"),
            KeyIdentifier = Hex("67e8f14e4fb3b5f3076f089c0c83d97ad95be749"),
            NotBefore = At("2013-06-26T12:00:00Z"),
            NotAfter = At("2032-10-22T12:00:00Z"),
            Policies = PolicyFamily.Root4,
        },
        new()
        {
            Root = BelgianRoot.Ca6,
            CertificateHash = Hex("9c872bc979a7c09a58d4a274c199e5cb16cfa9b9618d98bc9a9988e984b8495c"),
            KeyHash = Hex("894ad2232fe69bb09e8370ef387ec1c66ab6a4ce53c811fd3c8ced5b5158d8c1"),
            KeyIdentifier = Hex("2ea088b00b0d6289ec1d3fd49fcc92448e486946"),
            NotBefore = At("2020-06-03T10:01:31Z"),
            NotAfter = At("2040-06-03T10:01:31Z"),
            Policies = PolicyFamily.Root6,
        },
    ];

    /// <summary>The pin that this certificate is, or null.</summary>
    public static TrustAnchor? Find(Certificate certificate) => Pins.FirstOrDefault(pin => pin.Is(certificate));

    private static byte[] Hex(string text) => Convert.FromHexString(text);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
