using System.Globalization;
using EidAuth.AspNetCore;
using EidAuth.Login;
using TownSite.Texts;

namespace TownSite.Login;

/// <summary>What the login page says of a card login that did not succeed.</summary>
/// <param name="Tone">Decides heading, advice and colour.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Code">For the help desk.</param>
internal sealed record Refusal(RefusalTone Tone, string Sentence, string Code)
{
    /// <summary>Null for a text that is no code: the page repeats nothing that somebody wrote into an address.</summary>
    public static Refusal? Of(string? code) =>
        code is not null && EidRefusalText.For(code, CultureInfo.CurrentUICulture) is { } sentence ? new Refusal(ToneOf(code), sentence, code) : null;

    public string Heading(TownTexts texts) => Tone switch
    {
        RefusalTone.Stopped => texts.RefusedStopped,
        RefusalTone.Card => texts.RefusedCard,
        RefusalTone.Later => texts.RefusedLater,
        _ => texts.RefusedAgain,
    };

    public string Advice(TownTexts texts) => Tone switch
    {
        RefusalTone.Stopped => texts.AdviceStopped,
        RefusalTone.Card => texts.AdviceCard,
        RefusalTone.Later => texts.AdviceLater,
        _ => texts.AdviceAgain,
    };

    private static RefusalTone ToneOf(string code)
    {
        var name = code.Replace("_", "", StringComparison.Ordinal);
        if (Enum.TryParse<LoginFailure>(name, ignoreCase: true, out var failure))
        {
            return failure switch
            {
                LoginFailure.UserCancelled or LoginFailure.TimedOut => RefusalTone.Stopped,
                LoginFailure.PinBlocked or LoginFailure.NoCertificate => RefusalTone.Card,
                _ => RefusalTone.Again,
            };
        }

        return Enum.TryParse<LoginRejection>(name, ignoreCase: true, out var rejection) ? ToneOf(rejection) : RefusalTone.Again;
    }

    private static RefusalTone ToneOf(LoginRejection rejection) => rejection switch
    {
        LoginRejection.CertificateRevoked or LoginRejection.CertificateOnHold or LoginRejection.CertificateExpired or LoginRejection.CertificateNotYetValid
            or LoginRejection.IssuerRevoked => RefusalTone.Card,
        LoginRejection.IssuerUnknown or LoginRejection.OcspUnavailable or LoginRejection.OcspMalformed
            or LoginRejection.OcspResponderUnknown or LoginRejection.OcspResponderUnauthorized or LoginRejection.OcspResponderInvalid
            or LoginRejection.OcspResponderRevocation or LoginRejection.OcspAlgorithm or LoginRejection.OcspSignature or LoginRejection.OcspCertificateMismatch
            or LoginRejection.OcspStale or LoginRejection.OcspNotYetValid or LoginRejection.OcspNonce or LoginRejection.OcspCriticalExtension => RefusalTone.Later,
        _ => RefusalTone.Again,
    };
}
