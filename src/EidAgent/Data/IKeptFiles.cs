namespace EidAgent.Data;

/// <summary>
/// A few small files for this user alone. Whoever reads to write holds the lock meanwhile: the agent and a command of the same user may be at it at once. All throw
/// <see cref="KeepingException"/> or the system's own errors, which <see cref="KeepingFaults"/> reads.
/// </summary>
internal interface IKeptFiles
{
    /// <summary>Keeps everybody else out until it is disposed.</summary>
    Task<IDisposable> LockAsync();

    /// <summary>The whole file, or null when there is none.</summary>
    byte[]? Read(string name);

    /// <summary>Its length in bytes; 0 when there is none.</summary>
    long Length(string name);

    /// <summary>Adds a line to the end, after what a crash may have left of one. Written whole or not at all.</summary>
    /// <param name="name">The file.</param>
    /// <param name="line">With its line feed.</param>
    void Append(string name, ReadOnlySpan<byte> line);

    /// <summary>Puts a whole file in the place of what was there; on any error the old one stays.</summary>
    void Replace(string name, ReadOnlySpan<byte> content);

    /// <summary>Takes the file away, where there is one.</summary>
    void Delete(string name);
}
