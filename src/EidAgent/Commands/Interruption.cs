using System.Runtime.InteropServices;

namespace EidAgent.Commands;

/// <summary>Turns Ctrl-C and SIGTERM into a cancellation, so that a command takes the time to log off and reset the card.</summary>
internal sealed class Interruption : IDisposable
{
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interruption() => registrations = [.. Signals.Select(signal => PosixSignalRegistration.Create(signal, Cancel))];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void Cancel(PosixSignalContext context)
    {
        // A second time ends the process at once: a reader's keypad may not let go.
        context.Cancel = !source.IsCancellationRequested;
        source.Cancel();
    }
}
