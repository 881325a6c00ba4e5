using EidAgent.Commands.Texts;
using EidAgent.Tracing;

namespace EidAgent.Commands;

/// <summary>Opens what <c>--trace-apdu</c> names.</summary>
internal static class TraceOpening
{
    /// <summary>False, with the reason said, when the file is there already or cannot be made: who asks for a trace wants one. Without the option there is none.</summary>
    public static bool TryOpen(string? file, CommandTexts texts, TextWriter errors, out ApduTrace? trace)
    {
        trace = file is null ? null : ApduTrace.TryOpen(file, TimeProvider.System);
        if (file is not null && trace is null)
        {
            ExitCode.FileNotWritten.Tell(texts, errors);
            return false;
        }

        return true;
    }
}
