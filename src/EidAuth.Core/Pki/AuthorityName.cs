using System.Text.RegularExpressions;

namespace EidAuth.Pki;

/// <summary>
/// The name of a CA as an operator knows it: "Citizen CA 202501". Read from certificates that nobody verified, so it takes the forms that Belgian CAs have and no others: a log
/// never repeats what somebody wrote there, nor a person's name where a holder's certificate plays the issuer.
/// </summary>
internal static partial class AuthorityName
{
    /// <summary>Null for every other name.</summary>
    public static string? Of(ReadOnlyMemory<byte> name) => SubjectName.Single(name, Oid.CommonName) switch
    {
        ("Citizen CA" or "Foreigner CA") and var kind => SubjectName.Single(name, Oid.SerialNumber) is { } number && Number().IsMatch(number) ? $"{kind} {number}" : kind,
        { } root when Root().IsMatch(root) => root,
        _ => null,
    };

    // Year and running number.
    [GeneratedRegex(@"\A[0-9]{6}\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\ABelgium Root CA[0-9]?\z")]
    private static partial Regex Root();
}
