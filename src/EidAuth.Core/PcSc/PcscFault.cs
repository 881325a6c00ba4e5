using System.Globalization;
using EidAuth.Iso7816;

namespace EidAuth.PcSc;

/// <summary>What a PC/SC return code means to a caller: one table.</summary>
internal static class PcscFault
{
    /// <summary>Passes success; anything else is the exception of that code.</summary>
    public static void ThrowIfFailed(uint code)
    {
        if (code != ScardCode.Success)
        {
            throw Of(code);
        }
    }

    /// <summary>The exception of a code that is not success.</summary>
    public static CardException Of(uint code)
    {
        var (fault, text) = code switch
        {
            ScardCode.NoService or ScardCode.ServiceStopped or ScardCode.CommError or ScardCode.InvalidHandle or ScardCode.SystemCancelled =>
                (CardFault.ServiceUnavailable, "The PC/SC service does not answer"),
            ScardCode.SecurityViolation => (CardFault.ServiceUnavailable, "The PC/SC service refuses this user"),
            ScardCode.UnknownReader or ScardCode.ReaderUnavailable or ScardCode.NoReaders or ScardCode.NotReady =>
                (CardFault.ReaderUnavailable, "The reader is not there"),
            ScardCode.NoSmartcard => (CardFault.NoCard, "There is no card in the reader"),

            // A card pulled out during a command shows as the first, and as the second once the service has noticed.
            ScardCode.NotTransacted or ScardCode.RemovedCard => (CardFault.Removed, "The card was removed"),
            ScardCode.ResetCard => (CardFault.Reset, "Another program reset the card"),
            ScardCode.SharingViolation => (CardFault.Busy, "Another program holds the card"),
            ScardCode.UnresponsiveCard or ScardCode.UnpoweredCard => (CardFault.Mute, "The card does not answer"),

            // Every generation speaks T=0, and only that is asked for.
            ScardCode.ProtocolMismatch => (CardFault.NotBelgian, "The card does not speak T=0"),
            ScardCode.Timeout => (CardFault.Timeout, "The wait ran out"),
            ScardCode.Cancelled or ScardCode.CancelledByUser => (CardFault.Cancelled, "The wait was cancelled"),
            _ => (CardFault.Protocol, "The PC/SC service answered something unexpected"),
        };
        return new CardException(fault, string.Create(CultureInfo.InvariantCulture, $"{text} (PC/SC code {code:X8})."));
    }
}
