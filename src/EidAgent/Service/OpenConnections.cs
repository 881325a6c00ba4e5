using Microsoft.AspNetCore.Connections;

namespace EidAgent.Service;

/// <summary>
/// The connections that were accepted on sockets of others, and the right to accept more. Whoever wants the agent to end pauses the accepting first: what came until then is
/// counted, what comes later waits in the socket.
/// </summary>
internal sealed class OpenConnections : IDisposable
{
    private readonly Lock gate = new();
    private int open;
    private int accepting;
    private CancellationTokenSource pausing = new();
    private TaskCompletionSource? resumed;
    private TaskCompletionSource? stopped;

    /// <summary>How many are open now.</summary>
    public int Open
    {
        get
        {
            lock (gate)
            {
                return open;
            }
        }
    }

    /// <summary>Called when a connection came or went.</summary>
    public Action? Changed { get; set; }

    /// <summary>Waits until accepting is allowed. What is returned is disposed once the connection was added, or none came.</summary>
    public async Task<Acceptance> AcceptingAsync(CancellationToken unbound)
    {
        while (true)
        {
            Task again;
            lock (gate)
            {
                if (resumed is null)
                {
                    accepting++;
                    return new Acceptance(this, CancellationTokenSource.CreateLinkedTokenSource(unbound, pausing.Token));
                }

                again = resumed.Task;
            }

            await again.WaitAsync(unbound);
        }
    }

    /// <summary>Counts a connection until it is closed.</summary>
    public void Add(ConnectionContext connection)
    {
        var held = Hold();
        connection.ConnectionClosed.UnsafeRegister(state => ((IDisposable)state!).Dispose(), held);
    }

    /// <summary>Counts something that may become a connection, until it is disposed.</summary>
    public IDisposable Hold()
    {
        Count(1);
        return new Held(this);
    }

    /// <summary>Nothing is accepted any more when this completes.</summary>
    public async Task PauseAsync()
    {
        CancellationTokenSource last;
        Task none;
        lock (gate)
        {
            resumed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (accepting == 0)
            {
                stopped.SetResult();
            }

            (last, none) = (pausing, stopped.Task);
        }

        await last.CancelAsync();
        await none;
    }

    /// <summary>Accepts again after <see cref="PauseAsync"/>.</summary>
    public void Resume()
    {
        TaskCompletionSource? waiting;
        lock (gate)
        {
            (waiting, resumed, stopped) = (resumed, null, null);
            pausing.Dispose();
            pausing = new CancellationTokenSource();
        }

        waiting?.SetResult();
    }

    public void Dispose() => pausing.Dispose();

    private void Count(int more)
    {
        lock (gate)
        {
            open += more;
        }

        Changed?.Invoke();
    }

    private void Accepted()
    {
        lock (gate)
        {
            if (--accepting == 0)
            {
                stopped?.TrySetResult();
            }
        }
    }

    /// <summary>The right to accept one connection.</summary>
    internal sealed class Acceptance(OpenConnections owner, CancellationTokenSource source) : IDisposable
    {
        /// <summary>Fires when the right is called back.</summary>
        public CancellationToken Token => source.Token;

        public void Dispose()
        {
            source.Dispose();
            owner.Accepted();
        }
    }

    private sealed class Held(OpenConnections owner) : IDisposable
    {
        private int disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref disposed, 1) == 0)
            {
                owner.Count(-1);
            }
        }
    }
}
