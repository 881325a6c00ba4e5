namespace EidAgent.Data;

/// <summary>Where this user's files are.</summary>
internal static class KeptFiles
{
    /// <summary>Files in that folder; without one they live as long as the agent. Another program lets go of its lock by the system's clock.</summary>
    public static IKeptFiles In(string? folder) => folder is null ? new MemoryFiles() : new FolderFiles(folder, TimeProvider.System);

    /// <summary>
    /// The usual place: <c>$XDG_DATA_HOME/eidauth</c> or <c>~/.local/share/eidauth</c>; on Windows and macOS (never run there) below the user's local application data. Null when the user
    /// has no home.
    /// </summary>
    public static string? UsualFolder() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } data
            ? Path.Combine(data, "eidauth")
            : null;
}
