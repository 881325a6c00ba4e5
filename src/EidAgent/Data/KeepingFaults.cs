using System.Text.Json;

namespace EidAgent.Data;

/// <summary>Codes of faults, and how the system's errors become one.</summary>
internal static class KeepingFaults
{
    // ENOSPC and EDQUOT of Linux, EDQUOT of macOS, ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows.
    private static readonly int[] Full = [28, 122, 69, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>The stable code: the name in snake_case.</summary>
    public static string Code(this KeepingFault fault) => JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.ToString());

    /// <summary>Whether it is an error of files and folders, and no defect.</summary>
    public static bool IsOfFiles(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or System.Security.SecurityException or KeepingException;

    /// <summary>What it means.</summary>
    public static KeepingFault Of(Exception exception) => exception switch
    {
        KeepingException known => known.Fault,
        IOException when Full.Contains(exception.HResult) => KeepingFault.DiskFull,
        _ => KeepingFault.FolderUnusable,
    };
}
