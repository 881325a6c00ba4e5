using System.Runtime.InteropServices;

namespace EidAuth.Testing.Processes;

/// <summary>
/// Does something as another user, on a thread of its own: on Linux a thread has its own credentials, and the system call, unlike the library's function, changes no other thread's. For root.
/// Only what blocks stays on the thread: no asynchronous calls inside.
/// </summary>
public static partial class AsUser
{
    private static readonly bool IsArm = RuntimeInformation.ProcessArchitecture == Architecture.Arm64;

    /// <summary>Does it and gives what it gives; what it throws is thrown.</summary>
    /// <param name="user">The user's number.</param>
    /// <param name="act">Blocking calls only.</param>
    /// <param name="group">The group's number; by default the user's.</param>
    public static T Run<T>(uint user, Func<T> act, uint? group = null)
    {
        var done = new TaskCompletionSource<T>();
        var thread = new Thread(() =>
        {
            try
            {
                Become(user, group ?? user);
                done.SetResult(act());
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        });
        thread.Start();
        thread.Join();
        return done.Task.GetAwaiter().GetResult();
    }

    /// <summary>The same without a result.</summary>
    public static void Run(uint user, Action act, uint? group = null) => Run(
        user,
        () =>
        {
            act();
            return 0;
        },
        group);

    private static void Become(uint user, uint group)
    {
        var (setGroups, setGroup, setUser) = IsArm ? (159, 149, 147) : (116, 119, 117);
        if (Call(setGroups, 0, 0, 0) != 0 || Call(setGroup, group, group, group) != 0 || Call(setUser, user, user, user) != 0)
        {
            throw new InvalidOperationException("Only root can act as another user.");
        }
    }

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint Call(nint number, nuint first, nuint second, nuint third);
}
