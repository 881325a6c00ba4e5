using System.Runtime.InteropServices;

namespace EidAuth.Testing.Processes;

/// <summary>kill(2). A negative pid names a process group.</summary>
internal static partial class Signals
{
    internal const int Terminate = 15;
    internal const int Kill = 9;

    [LibraryImport("libc", EntryPoint = "kill")]
    internal static partial int Send(int pid, int signal);
}
