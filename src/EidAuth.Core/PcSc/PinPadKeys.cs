namespace EidAuth.PcSc;

/// <summary>Follows what is pressed between the start and the finish of a PIN entry (GET_KEY_PRESSED, PC/SC part 10 §2.5.5). Never learns which digit.</summary>
internal sealed class PinPadKeys(IPinPadPort port, TimeProvider clock)
{
    private const byte Nothing = 0x00;
    private const byte Ok = 0x0D;
    private const byte TimedOut = 0x0E;
    private const byte Cancelled = 0x1B;
    private const byte Aborted = 0x40;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    // The reader's own limit is 30 seconds without a key; a reader that never says so is not believed for ever.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(35);
    private static readonly TimeSpan LongestEntry = TimeSpan.FromMinutes(3);

    // Three PINs of twelve digits, each typed wrongly several times over. A reader that always answers "digit" is not asked for minutes.
    private const int MostKeys = 240;

    /// <summary>Waits until the reader has its PINs or gave up: true. False when the question is to be withdrawn.</summary>
    public bool Watch(int entries, CancellationToken cancellation)
    {
        Span<byte> answer = stackalloc byte[258];
        var begun = clock.GetTimestamp();
        var lastKey = begun;
        var keys = 0;
        while (keys < MostKeys && !cancellation.IsCancellationRequested && clock.GetElapsedTime(lastKey) < LongestSilence && clock.GetElapsedTime(begun) < LongestEntry)
        {
            switch (port.KeyIn(answer[..port.Run(PinPadFeature.GetKeyPressed, [], answer)]))
            {
                case null or TimedOut or Cancelled or Aborted:
                case Ok when --entries == 0:
                    return true;
                case Nothing:
                    Pause(cancellation);
                    break;
                default:
                    keys++;
                    lastKey = clock.GetTimestamp();
                    break;
            }
        }

        return false;
    }

    private void Pause(CancellationToken cancellation) =>
        ((Task)Task.Delay(Pace, clock, cancellation)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
}
