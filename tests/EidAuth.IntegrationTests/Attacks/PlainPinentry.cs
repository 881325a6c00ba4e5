using System.Diagnostics;
using EidAgent.Prompts;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>A PIN window that is told every text as it is.</summary>
internal sealed class PlainPinentry(PinentryProgram program) : IPinPrompt
{
    public async Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
    {
        using var window = Process.Start(new ProcessStartInfo(program.Path) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await window.StandardOutput.ReadLineAsync(cancellation);
        await window.StandardInput.WriteAsync($"SETDESC Reader: {question.Reader}\nGETPIN\nBYE\n".AsMemory(), cancellation);
        await window.StandardInput.FlushAsync(cancellation);
        while (await window.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith("D ", StringComparison.Ordinal))
            {
                await window.WaitForExitAsync(cancellation);
                return PinEntry.Of(System.Text.Encoding.ASCII.GetBytes(line[2..]));
            }
        }

        return PinEntry.None(PinEntryOutcome.Unavailable);
    }
}
