using System.Text.RegularExpressions;
using EidAuth.Testing.Processes;

namespace EidAuth.IntegrationTests.Openssl;

/// <summary>One list, and what the two make of it.</summary>
/// <param name="Title">What is special about it.</param>
/// <param name="Change">Makes it so.</param>
/// <param name="Ours">Our defect or status; null for a list that counts and does not have the certificate.</param>
/// <param name="Signature">crl -CAfile finds the signature good; null when it does not read the list.</param>
/// <param name="Path">verify -crl_check: OK, the number of its error, or unreadable.</param>
internal sealed partial record CrlComparison(string Title, Action<CrlWorld> Change, string? Ours, bool? Signature, string Path)
{
    /// <summary>Why the two differ.</summary>
    public string? Why { get; init; }

    /// <summary>Both let the certificate pass, or both do not; and a signature that one refuses the other refuses.</summary>
    public bool Agrees => (Ours is null) == (Path == "OK") && Signature == Ours switch
    {
        "SignatureInvalid" or "Malformed" or "IssuerMayNotSign" => false,
        "Truncated" => null,
        _ => true,
    };

    public static bool? Signed(ProcessResult result) =>
        result.All.Contains("verify OK", StringComparison.Ordinal) ? true
        : result.All.Contains("verify failure", StringComparison.Ordinal) ? false
        : null;

    public static string Outcome(ProcessResult result) =>
        ErrorNumber().Match(result.All) is { Success: true } error ? error.Groups[1].Value
        : result.StandardOutput.Contains(": OK", StringComparison.Ordinal) ? "OK"
        : "unreadable";

    [GeneratedRegex(@"error (\d+) at")]
    private static partial Regex ErrorNumber();
}
