using Xunit;

namespace EidAuth.UnitTests.Simulator.Reader;

/// <summary>A call on a thread of its own that is known to have begun to wait.</summary>
internal static class WaitingCall
{
    /// <summary>Returns when the call blocks; fails when it ends instead.</summary>
    public static Task<string> Start(Func<string> call)
    {
        var result = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                result.SetResult(call());
            }
            catch (Exception failure)
            {
                result.SetException(failure);
            }
        })
        { IsBackground = true };
        thread.Start();
        SpinWait.SpinUntil(() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin) || result.Task.IsCompleted, TimeSpan.FromSeconds(10));
        Assert.False(result.Task.IsCompleted, "the call did not wait");
        return result.Task;
    }
}
