using System.Security.Cryptography;
using EidAuth.Testing.Certificates;

namespace EidAuth.Benchmarks.Validation;

/// <summary>The keys of one kind of card and of those above it. Made at the start of each run.</summary>
/// <param name="Algorithm">ES384 or RS256.</param>
/// <param name="HolderPolicy">The certificate policy of the holders.</param>
/// <param name="Root">The root's.</param>
/// <param name="Authority">The issuing CA's.</param>
/// <param name="Responder">That of the CA's delegated responder.</param>
/// <param name="Holders">Cards take turns with these.</param>
internal sealed record MeasuredKeys(string Algorithm, string HolderPolicy, ForgeKey Root, ForgeKey Authority, ForgeKey Responder, IReadOnlyList<ForgeKey> Holders)
{
    /// <summary>Applet 1.8: P-384 all the way, the responder too.</summary>
    public static MeasuredKeys Es384() => OfEc("ES384", ECCurve.NamedCurves.nistP384);

    /// <summary>P-256 all the way: the cheapest signatures, beside which everything else shows most.</summary>
    public static MeasuredKeys Es256() => OfEc("ES256", ECCurve.NamedCurves.nistP256);

    /// <summary>Applet 1.7: RSA-4096 for the CA, RSA-2048 for card and responder, as under Root CA4.</summary>
    /// <param name="authorityLength">The CA's, in bits: 4096 takes seconds to make.</param>
    public static MeasuredKeys Rs256(int authorityLength = 4096) =>
        new("RS256", LoginScenario.Root4CitizenPolicy, Rsa(2048), Rsa(authorityLength), Rsa(2048), [Rsa(2048), Rsa(2048), Rsa(2048)]);

    private static MeasuredKeys OfEc(string algorithm, ECCurve curve) => new(
        algorithm, LoginScenario.Root6CitizenPolicy, Ec(curve), Ec(curve), Ec(curve), [.. Enumerable.Range(0, 8).Select(_ => Ec(curve))]);

    private static ForgeKey Ec(ECCurve curve) => new(ECDsa.Create(curve));

    private static ForgeKey Rsa(int length) => new(RSA.Create(length));
}
