namespace EidAgent.Logins;

/// <summary>
/// Who may speak to cards: a login, or the short look after a card that readers lost. Each ends in a reset, which the other would take for a program that came
/// between.
/// </summary>
internal sealed class CardTurn : IDisposable
{
    private readonly SemaphoreSlim free = new(1, 1);

    /// <summary>Waits for the turn; disposing what is returned gives it back.</summary>
    public async Task<IDisposable> TakeAsync(CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        return new Taken(free);
    }

    /// <summary>The turn when nobody has it, or null.</summary>
    public IDisposable? TryTake() => free.Wait(0) ? new Taken(free) : null;

    public void Dispose() => free.Dispose();

    private sealed class Taken(SemaphoreSlim free) : IDisposable
    {
        private int given;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref given, 1) == 0)
            {
                free.Release();
            }
        }
    }
}
