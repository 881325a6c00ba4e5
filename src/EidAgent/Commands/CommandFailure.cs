using EidAgent.Commands.Texts;
using EidAuth.Iso7816;

namespace EidAgent.Commands;

/// <summary>A command's end that is not <see cref="ExitCode.Done"/>: one table from faults to codes, one sentence for each code.</summary>
internal static class CommandFailure
{
    public static ExitCode Of(CardFault fault) => fault switch
    {
        CardFault.ServiceUnavailable => ExitCode.ServiceUnavailable,
        CardFault.ReaderUnavailable => ExitCode.NoReader,
        CardFault.NoCard => ExitCode.NoCard,
        CardFault.Removed or CardFault.Reset => ExitCode.CardLost,
        CardFault.Busy => ExitCode.CardBusy,
        CardFault.Cancelled => ExitCode.Cancelled,
        CardFault.NotBelgian => ExitCode.NotBelgian,
        CardFault.NotActivated => ExitCode.NotActivated,
        _ => ExitCode.CardUnusable,
    };

    /// <summary>Says the sentence of that code and gives the number for the process.</summary>
    public static int Tell(this ExitCode code, CommandTexts texts, TextWriter errors)
    {
        if (code != ExitCode.Done)
        {
            errors.WriteLine(texts.Failures[code]);
        }

        return (int)code;
    }

    /// <summary>The same for a fault; a status word the manual does not know is told with it.</summary>
    public static int Tell(this CardException exception, CommandTexts texts, TextWriter errors)
    {
        var status = Of(exception.Fault).Tell(texts, errors);
        if (exception.Fault == CardFault.Protocol)
        {
            // The message names a command and a status word, never what the card holds.
            errors.WriteLine(exception.Message);
        }

        return status;
    }
}
