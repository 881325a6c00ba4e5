using System.Runtime.InteropServices;

namespace EidAgent.Doctor;

/// <summary>Whether this user may make files in a folder. Windows tells nothing short of trying; there the folder is this user's own and is taken to be fine (never run).</summary>
internal static partial class FolderAccess
{
    private const int WriteAndEnter = 2 | 1; // W_OK, X_OK

    public static bool MayWrite(string folder) => OperatingSystem.IsWindows() || Access(folder, WriteAndEnter) == 0;

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);
}
