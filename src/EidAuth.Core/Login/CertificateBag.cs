namespace EidAuth.Login;

/// <summary>
/// The form field <c>chain</c>: a JSON array of base64 certificates from the card, candidates for the path and nothing more. At most 4 of 4 KiB.
/// </summary>
public static class CertificateBag
{
    /// <summary>The JSON array.</summary>
    public static string ToJson(IReadOnlyList<byte[]> certificates) => throw new NotImplementedException();

    /// <summary>Reads the field; null or empty text is an empty bag.</summary>
    public static bool TryParse(string? json, out IReadOnlyList<byte[]> certificates) => throw new NotImplementedException();
}
