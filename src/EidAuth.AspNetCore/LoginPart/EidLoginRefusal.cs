using System.Globalization;
using EidAuth.AspNetCore.Refusals;

namespace EidAuth.AspNetCore;

/// <summary>What a login page says of a card login that did not succeed.</summary>
/// <param name="Tone">Decides heading, advice and colour.</param>
/// <param name="Heading">In a few words.</param>
/// <param name="Sentence">What happened, <see cref="EidRefusalText"/>.</param>
/// <param name="Advice">What to do.</param>
/// <param name="Code">For the help desk.</param>
public sealed record EidLoginRefusal(EidRefusalTone Tone, string Heading, string Sentence, string Advice, string Code)
{
    /// <summary>Null for a text that is no code: a page repeats nothing that somebody wrote into its address.</summary>
    /// <param name="code">What came as <see cref="BelgianEidDefaults.FailureParameter"/>.</param>
    /// <param name="texts">The language to say it in.</param>
    public static EidLoginRefusal? Of(string? code, EidLoginTexts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (EidRefusalText.KindOf(code) is not { } kind)
        {
            return null;
        }

        var tone = ToneOf(kind);
        var (heading, advice) = tone switch
        {
            EidRefusalTone.Stopped => (texts.RefusedStopped, texts.AdviceStopped),
            EidRefusalTone.Card => (texts.RefusedCard, texts.AdviceCard),
            EidRefusalTone.Later => (texts.RefusedLater, texts.AdviceLater),
            _ => (texts.RefusedAgain, texts.AdviceAgain),
        };
        return new EidLoginRefusal(tone, heading, EidRefusalText.For(code, CultureInfo.GetCultureInfo(texts.Tag))!, advice, code!);
    }

    private static EidRefusalTone ToneOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Cancelled or RefusalKind.TooLate => EidRefusalTone.Stopped,
        RefusalKind.PinBlocked or RefusalKind.NoCertificate or RefusalKind.Revoked or RefusalKind.OnHold or RefusalKind.Expired or RefusalKind.NotYetValid => EidRefusalTone.Card,
        RefusalKind.CannotBeChecked or RefusalKind.SiteSetup => EidRefusalTone.Later,
        _ => EidRefusalTone.Again,
    };
}
