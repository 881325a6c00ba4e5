using System.Collections.Concurrent;
using System.Diagnostics;

namespace EidAuth.Testing.Processes;

/// <summary>
/// Starts every child from one thread that never ends. PR_SET_PDEATHSIG watches the parent's *thread*: a child of a pool thread would be killed when the
/// pool retires that thread.
/// </summary>
internal static class ProcessStarter
{
    private static readonly BlockingCollection<Action> Queue = [];

    static ProcessStarter() => new Thread(Work) { IsBackground = true, Name = "starts test processes" }.Start();

    internal static void Start(Process process)
    {
        var done = new TaskCompletionSource();
        Queue.Add(() =>
        {
            try
            {
                process.Start();
                done.SetResult();
            }
            catch (Exception broken) when (broken is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                done.SetException(broken);
            }
        });
        done.Task.GetAwaiter().GetResult();
    }

    private static void Work()
    {
        foreach (var start in Queue.GetConsumingEnumerable())
        {
            start();
        }
    }
}
