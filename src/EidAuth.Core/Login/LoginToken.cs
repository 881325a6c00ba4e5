namespace EidAuth.Login;

/// <summary>A Web eID authentication token as it came over the wire: nothing in it is proven.</summary>
/// <param name="UnverifiedCertificate">The holder's authentication certificate, DER.</param>
/// <param name="Algorithm">ES384 or RS256 (also ES256, ES512 by the format).</param>
/// <param name="Signature">Raw R‖S, or PKCS#1 v1.5.</param>
/// <param name="Format">web-eid:1 or web-eid:1.x.</param>
/// <param name="AppVersion">Informative.</param>
public sealed record LoginToken(ReadOnlyMemory<byte> UnverifiedCertificate, string Algorithm, ReadOnlyMemory<byte> Signature, string Format, string? AppVersion)
{
    /// <summary>The largest token that is looked at, in bytes of JSON.</summary>
    public const int MaximumLength = 10_000;

    /// <summary>The token's JSON.</summary>
    public string ToJson() => throw new NotImplementedException();

    /// <summary>Reads a token: size, JSON, members, strict base64. Unknown members are ignored, doubled ones refused.</summary>
    public static bool TryParse(string? json, out LoginToken? token) => throw new NotImplementedException();

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => $"LoginToken {Format} {Algorithm}";
}
