using EidAuth.Pki;

namespace EidAuth.Login;

/// <summary>Names of the holder for people to read.</summary>
internal static class HolderName
{
    /// <summary>The attribute as <see cref="PlainText"/>, or null.</summary>
    public static string? Read(Certificate certificate, ReadOnlySpan<byte> type) =>
        SubjectName.Single(certificate.Subject, type) is { Length: > 0 } name ? PlainText.Of(name) : null;
}
