namespace EidAgent.Data;

/// <summary>Why something could not be kept on disk or read from it. Closed; each has one row in docs/failure-codes.md, by its name in snake_case.</summary>
internal enum KeepingFault
{
    /// <summary>The disk, or this user's share of it, is full.</summary>
    DiskFull,

    /// <summary>The folder or a file in it cannot be made, read or written.</summary>
    FolderUnusable,

    /// <summary>The folder or a file in it belongs to another user.</summary>
    ForeignOwner,

    /// <summary>The folder or a file in it is a symbolic link, or something else than a folder or a file.</summary>
    NotAPlainFile,

    /// <summary>Another program holds the folder's lock and does not let go.</summary>
    FolderInUse,

    /// <summary>What the file holds cannot be understood.</summary>
    FileDamaged,

    /// <summary>As much is kept as ever is, and nothing of it may be dropped.</summary>
    TooMany,
}
