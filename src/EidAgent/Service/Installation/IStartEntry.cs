namespace EidAgent.Service.Installation;

/// <summary>What makes the system start the agent of this user.</summary>
internal interface IStartEntry
{
    StartMethod Method { get; }

    /// <summary>All that belongs to it is there as <see cref="Install"/> would leave it.</summary>
    bool IsInstalled { get; }

    /// <summary>Writes what is missing or different, each part whole or not at all. Returns what it wrote; nothing when all was there.</summary>
    /// <exception cref="IOException">A place cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A place is not this user's.</exception>
    IReadOnlyList<string> Install();

    /// <summary>Removes all of it, also what an older version wrote. Returns what it removed.</summary>
    /// <exception cref="IOException">A place cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A place is not this user's.</exception>
    IReadOnlyList<string> Uninstall();
}
