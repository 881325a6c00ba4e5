using EidAuth.Testing.Certificates;
using EidAuth.Testing.Processes;

namespace EidAuth.IntegrationTests.Openssl;

/// <summary>One answer of a responder, and what the two make of it.</summary>
/// <param name="Title">What is special about it.</param>
/// <param name="IsRsa">With RSA all the way down.</param>
/// <param name="Change">Makes it so.</param>
/// <param name="Ours">Our rejection; null for good.</param>
/// <param name="Theirs">What <c>openssl ocsp -respin</c> says: the status, or why there is none.</param>
internal sealed record AnswerComparison(string Title, bool IsRsa, Action<LoginScenario> Change, string? Ours, string Theirs)
{
    /// <summary>Why the two differ.</summary>
    public string? Why { get; init; }

    /// <summary>Both let pass, or both do not; and what one calls revoked or unknown the other does too.</summary>
    public bool Agrees => Ours switch
    {
        null => Theirs == "good",
        "CertificateRevoked" or "CertificateOnHold" => Theirs == "revoked",
        "OcspUnknown" => Theirs == "unknown",
        "OcspUnavailable" => Theirs == "error status",
        "OcspStale" or "OcspNotYetValid" => Theirs == "times",
        "OcspCertificateMismatch" => Theirs is "no status" or "failure",
        "OcspMalformed" => Theirs == "unreadable",
        _ => Theirs == "failure",
    };

    public static string Outcome(ProcessResult result)
    {
        (string Text, string Outcome)[] signs =
        [
            ("Responder Error", "error status"),
            ("Error reading OCSP response", "unreadable"),
            ("Error parsing response", "unreadable"),
            ("Response Verify Failure", "failure"),
            ("No Status found", "no status"),
            ("Status times invalid", "times"),
            (": good", "good"),
            (": revoked", "revoked"),
            (": unknown", "unknown"),
        ];
        return Array.Find(signs, sign => result.All.Contains(sign.Text, StringComparison.Ordinal)).Outcome ?? result.All;
    }
}
