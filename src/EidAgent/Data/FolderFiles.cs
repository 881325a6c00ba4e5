namespace EidAgent.Data;

/// <summary>
/// Files in one folder on disk, 0600 in 0700. Before each use folder and file must be plain, and this user's own: a link or a foreign folder could lead what is written here to
/// somebody else, or over something else. On Windows the folder lies in the user's profile and inherits its rights (never run there).
/// </summary>
#pragma warning disable CA1001 // A semaphore that is only awaited holds nothing of the system's.
internal sealed class FolderFiles(string folder, TimeProvider clock) : IKeptFiles
#pragma warning restore CA1001
{
    /// <summary>So long somebody else may hold the lock: what is done under it takes milliseconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>No file here grows so large; one that did is not ours.</summary>
    public const int MaximumLength = 8 * 1024 * 1024;

    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly SemaphoreSlim gate = new(1);

    public async Task<IDisposable> LockAsync()
    {
        if (!await gate.WaitAsync(Patience))
        {
            throw new KeepingException(KeepingFault.FolderInUse);
        }

        try
        {
            return new FolderLock(await OpenLockAsync(), gate);
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    public byte[]? Read(string name)
    {
        if (!OwnPath.Check(PathOf(name), isFolder: false))
        {
            return null;
        }

        using var file = Open(PathOf(name), FileMode.Open, FileAccess.Read);
        if (file.Length > MaximumLength)
        {
            throw new KeepingException(KeepingFault.FileDamaged);
        }

        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }

    public long Length(string name) => OwnPath.Check(PathOf(name), isFolder: false) ? new FileInfo(PathOf(name)).Length : 0;

    public void Append(string name, ReadOnlySpan<byte> line)
    {
        OwnPath.Check(PathOf(name), isFolder: false);
        using var file = Open(PathOf(name), FileMode.OpenOrCreate, FileAccess.ReadWrite);
        var length = file.Length;
        try
        {
            if (length > 0)
            {
                file.Position = length - 1;
                if (file.ReadByte() != '\n')
                {
                    // A crash or a full disk cut the last line off. It stays as it is, on a line of its own.
                    file.WriteByte((byte)'\n');
                }
            }

            file.Write(line);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            // Taking back needs no room.
            file.SetLength(length);
            throw;
        }
    }

    public void Replace(string name, ReadOnlySpan<byte> content)
    {
        OwnPath.Check(PathOf(name), isFolder: false);

        // Whole under a name that nobody reads, then renamed. Under the lock nobody else is at it: what is there of that name was left by a crash.
        var draft = PathOf(name) + ".part";
        File.Delete(draft);
        try
        {
            using (var file = Open(draft, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, PathOf(name), overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    public void Delete(string name)
    {
        File.Delete(PathOf(name) + ".part");
        if (OwnPath.Check(PathOf(name), isFolder: false))
        {
            File.Delete(PathOf(name));
        }
    }

    private async Task<FileStream> OpenLockAsync()
    {
        MakeFolder();
        var path = PathOf("lock");
        OwnPath.Check(path, isFolder: false);
        for (var waited = TimeSpan.Zero; ; waited += Pace)
        {
            try
            {
                return Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
            }
            catch (IOException exception) when (Held.Contains(exception.HResult))
            {
                if (waited >= Patience)
                {
                    throw new KeepingException(KeepingFault.FolderInUse);
                }
            }

            await Task.Delay(Pace, clock);
        }
    }

    private void MakeFolder()
    {
        if (OwnPath.Check(folder, isFolder: true))
        {
            if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(folder) != OwnFolder)
            {
                File.SetUnixFileMode(folder, OwnFolder);
            }
        }
        else if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnFolder);
        }
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    // No sharing: on Unix that is an advisory lock, which is all that two programs of ours need. Unbuffered, so that a disk that is full says so at the write.
    private static FileStream Open(string path, FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open)
        {
            options.UnixCreateMode = OwnFile;
        }

        return new FileStream(path, options);
    }

    private sealed class FolderLock(FileStream file, SemaphoreSlim gate) : IDisposable
    {
        public void Dispose()
        {
            file.Dispose();
            gate.Release();
        }
    }
}
