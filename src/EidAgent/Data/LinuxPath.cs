using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace EidAgent.Data;

/// <summary>
/// Something in the file system, held fast (O_PATH) and looked at (statx): who owns it and what it is cannot change between the look and the use. Links are never followed in the last part of
/// its path.
/// </summary>
internal sealed unsafe partial class LinuxPath : IDisposable
{
    private const int Held = 0x200000; // O_PATH
    private const int CloseOnExec = 0x80000;
    private const int EmptyPath = 0x1000; // AT_EMPTY_PATH
    private const int WorkingFolder = -100; // AT_FDCWD
    private const uint BasicFields = 0x7FF; // STATX_BASIC_STATS

    // O_NOFOLLOW has another number on Arm.
    private static readonly int DoNotFollow = RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64 ? 0x8000 : 0x20000;

    private readonly SafeFileHandle held;

    private LinuxPath(SafeFileHandle held, Look look) => (this.held, Owner, Group, Mode) = (held, look.Owner, look.Group, look.Mode);

    /// <summary>The owner's number.</summary>
    public uint Owner { get; }

    /// <summary>The group's number.</summary>
    public uint Group { get; }

    /// <summary>Kind and permissions, as stat(2) has them.</summary>
    public ushort Mode { get; }

    public bool IsDirectory => (Mode & 0xF000) == 0x4000;

    public bool IsLink => (Mode & 0xF000) == 0xA000;

    public bool IsSocket => (Mode & 0xF000) == 0xC000;

    /// <summary>Others than its owner may put things in it.</summary>
    public bool IsWritableByOthers => (Mode & 0x12) != 0; // 0022

    /// <summary>A path that leads to this very thing while it is held, whatever its name leads to by now.</summary>
    public string Reference => string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{held.DangerousGetHandle()}");

    /// <summary>Null when there is nothing, or nothing that may be looked at.</summary>
    public static LinuxPath? Hold(string path) => From(Open(WorkingFolder, path, Held | DoNotFollow | CloseOnExec));

    /// <summary>What has that name in this directory, or null.</summary>
    public LinuxPath? Entry(string name)
    {
        var isHeld = false;
        held.DangerousAddRef(ref isHeld);
        try
        {
            return From(Open((int)held.DangerousGetHandle(), name, Held | DoNotFollow | CloseOnExec));
        }
        finally
        {
            held.DangerousRelease();
        }
    }

    public void Dispose() => held.Dispose();

    private static LinuxPath? From(SafeFileHandle held)
    {
        var look = default(Look);
        if (!held.IsInvalid && Status(held, "", EmptyPath, BasicFields, &look) == 0)
        {
            return new LinuxPath(held, look);
        }

        held.Dispose();
        return null;
    }

    [LibraryImport("libc", EntryPoint = "openat", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial SafeFileHandle Open(int directory, string path, int flags);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Status(SafeFileHandle directory, string path, int flags, uint mask, Look* look);

    /// <summary>struct statx: the same on every machine.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    internal struct Look
    {
        [FieldOffset(20)]
        public uint Owner;

        [FieldOffset(24)]
        public uint Group;

        [FieldOffset(28)]
        public ushort Mode;
    }
}
