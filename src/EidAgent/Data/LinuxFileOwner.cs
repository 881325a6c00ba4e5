using System.Runtime.InteropServices;

namespace EidAgent.Data;

/// <summary>
/// Linux: who owns a file, by statx(2), whose structure is the same on every architecture: 256 bytes, stx_uid a native 32-bit number at 20.
/// </summary>
internal static partial class LinuxFileOwner
{
    private const int StructureLength = 256;
    private const int UserAt = 20;
    private const int RelativeToWorkingFolder = -100;
    private const int DoNotFollow = 0x100;
    private const uint WantUser = 0x8;

    /// <summary>The user that this program acts as.</summary>
    public static uint ThisUser => EffectiveUser();

    /// <summary>The owner of the file itself, were it a link; null when the system does not tell.</summary>
    public static uint? Of(string path)
    {
        Span<byte> structure = stackalloc byte[StructureLength];
        return Look(RelativeToWorkingFolder, path, DoNotFollow, WantUser, structure) == 0 ? MemoryMarshal.Read<uint>(structure[UserAt..]) : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Look(int folder, string path, int flags, uint mask, Span<byte> structure);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
