using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;

namespace EidAgent.Prompts;

/// <summary>
/// A child that does not outlive us, however we end: the kernel sends it SIGTERM when the thread that started it is gone (PR_SET_PDEATHSIG, prctl(2)). Nothing of ours runs between fork and
/// exec, so <c>setpriv</c> of util-linux asks for it and then becomes the program. Where there is none, or an older one, the child is an ordinary child.
/// </summary>
internal sealed class BoundProcess : IDisposable
{
    private static readonly ConcurrentDictionary<string, bool> Known = new(StringComparer.Ordinal);

    private readonly ManualResetEventSlim over = new();

    private BoundProcess(ProcessStartInfo start, bool isBound) => Process = isBound ? StartOnThread(start) : Process.Start(start)!;

    public Process Process { get; }

    /// <summary>Starts it; the file and the arguments are those of the program itself.</summary>
    /// <param name="start">No shell.</param>
    /// <param name="setpriv">Its path, or null.</param>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static BoundProcess Start(ProcessStartInfo start, string? setpriv)
    {
        var isBound = setpriv is not null && Known.GetOrAdd(setpriv, KnowsTheSignal);
        if (isBound)
        {
            string[] before = ["--pdeathsig", "TERM", "--", start.FileName];
            for (var at = 0; at < before.Length; at++)
            {
                start.ArgumentList.Insert(at, before[at]);
            }

            start.FileName = setpriv!;
        }

        return new BoundProcess(start, isBound);
    }

    /// <summary>Lets the thread go; a child that still runs is told to end by that.</summary>
    public void Dispose() => over.Set();

    // The signal belongs to the thread that forked: one of the pool may end while somebody types.
    private Process StartOnThread(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>();
        var thread = new Thread(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception unusable) when (unusable is Win32Exception or IOException or InvalidOperationException)
            {
                started.SetException(unusable);
                return;
            }

            over.Wait();
        })
        { IsBackground = true };
        thread.Start();
        return started.Task.GetAwaiter().GetResult();
    }

    // That of util-linux says its version; another one, or one before 2.33, refuses the option.
    private static bool KnowsTheSignal(string setpriv)
    {
        try
        {
            using var asked = Process.Start(new ProcessStartInfo(setpriv, ["--pdeathsig", "TERM", "--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            asked.WaitForExit();
            return asked.ExitCode == 0;
        }
        catch (Exception unusable) when (unusable is Win32Exception or IOException or InvalidOperationException)
        {
            return false;
        }
    }
}
