using System.Text.Json;
using EidAgent.Prompts;
using EidAuth.Iso7816;
using EidAuth.Login;

namespace EidAgent.Logins;

/// <summary>What follows from an ending: its code, what the site is told, whether a page explains it first.</summary>
internal static class LoginEndings
{
    /// <summary>The stable code: the name in snake_case.</summary>
    public static string Code(this LoginEnding ending) => JsonNamingPolicy.SnakeCaseLower.ConvertName(ending.ToString());

    /// <summary>The value of the form field <c>error</c>.</summary>
    public static string Code(this LoginFailure failure) => JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.ToString());

    /// <summary>The browser goes back to the site at once: there is nothing the person does not know already.</summary>
    public static bool GoesBackAtOnce(this LoginEnding ending) => ending is LoginEnding.Signed or LoginEnding.Cancelled;

    /// <summary>The page that explains it offers to check the PIN.</summary>
    public static bool OffersPinCheck(this LoginEnding ending) => ending is LoginEnding.PinPaused or LoginEnding.LastTryKept;

    /// <summary>What the site is told; null for <see cref="LoginEnding.Signed"/>.</summary>
    public static LoginFailure? Failure(this LoginEnding ending) => ending switch
    {
        LoginEnding.Signed => null,
        LoginEnding.Cancelled or LoginEnding.Stopped or LoginEnding.SiteBlocked => LoginFailure.UserCancelled,

        // Nothing failed, and how many tries a card has left is nothing a site is told.
        LoginEnding.PinPaused or LoginEnding.LastTryKept => LoginFailure.UserCancelled,
        LoginEnding.ConsentExpired or LoginEnding.Displaced or LoginEnding.CardTimedOut or LoginEnding.PinTimedOut => LoginFailure.TimedOut,
        LoginEnding.PinBlocked => LoginFailure.PinBlocked,
        LoginEnding.NoCertificate or LoginEnding.CardTooOld => LoginFailure.NoCertificate,
        LoginEnding.CardRemoved or LoginEnding.CardReset or LoginEnding.ReaderLost => LoginFailure.CardRemoved,
        _ => LoginFailure.CardError,
    };

    /// <summary>The decided ending of each fault seen once the card was opened.</summary>
    public static LoginEnding Of(CardFault fault) => fault switch
    {
        CardFault.ServiceUnavailable => LoginEnding.ServiceLost,
        CardFault.ReaderUnavailable => LoginEnding.ReaderLost,
        CardFault.NoCard or CardFault.Removed => LoginEnding.CardRemoved,
        CardFault.Reset => LoginEnding.CardReset,
        CardFault.Busy => LoginEnding.CardBusy,
        CardFault.Mute or CardFault.Timeout => LoginEnding.CardMute,
        CardFault.Cancelled => LoginEnding.Cancelled,
        CardFault.NotActivated => LoginEnding.NotActivated,
        _ => LoginEnding.CardProtocol,
    };

    /// <summary>The ending of a question that brought no PIN.</summary>
    public static LoginEnding Of(PinEntryOutcome outcome) => outcome switch
    {
        PinEntryOutcome.Cancelled => LoginEnding.Cancelled,
        PinEntryOutcome.TimedOut => LoginEnding.PinTimedOut,
        PinEntryOutcome.Lost => LoginEnding.PinEntryLost,
        _ => LoginEnding.PinEntryUnavailable,
    };
}
