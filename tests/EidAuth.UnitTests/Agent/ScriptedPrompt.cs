using System.Threading.Channels;
using EidAgent.Prompts;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>A PIN window that the test sees open and close, and types into.</summary>
internal sealed class ScriptedPrompt : IPinPrompt
{
    private readonly Channel<Window> windows = Channel.CreateUnbounded<Window>();

    /// <summary>How many windows have been opened.</summary>
    public int Opened { get; private set; }

    public async Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
    {
        Opened++;
        var window = new Window(question);
        await windows.Writer.WriteAsync(window, CancellationToken.None);
        using var closing = cancellation.Register(() => window.Close());
        return await window.Answer;
    }

    /// <summary>The next window that opens.</summary>
    /// <exception cref="TimeoutException">None in two minutes.</exception>
    public async ValueTask<Window> NextAsync() =>
        await windows.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

    /// <summary>The next window that is still open: a login that ended before may have left one behind.</summary>
    public async Task<Window> NextOpenAsync()
    {
        var window = await NextAsync();
        while (window.Answer.IsCompleted)
        {
            window = await NextAsync();
        }

        return window;
    }

    internal sealed class Window(PinQuestion question)
    {
        private readonly TaskCompletionSource<PinEntry> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public PinQuestion Question { get; } = question;

        public Task<PinEntry> Answer => answer.Task;

        /// <summary>The agent closed the window before anything was typed.</summary>
        public bool ClosedByAgent { get; private set; }

        public void Type(string pin) => answer.TrySetResult(PinEntry.Of([.. pin.Select(digit => (byte)digit)]));

        public void End(PinEntryOutcome outcome) => answer.TrySetResult(PinEntry.None(outcome));

        public void Close() => ClosedByAgent = answer.TrySetResult(PinEntry.None(PinEntryOutcome.Cancelled));
    }
}
