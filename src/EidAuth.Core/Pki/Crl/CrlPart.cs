namespace EidAuth.Pki;

/// <summary>
/// A file under way into a <see cref="CrlFolder"/>: mode 0600, under another name until it is kept, gone when it is not. A disk that is full costs the copy and
/// not the list.
/// </summary>
internal sealed class CrlPart : IAsyncDisposable
{
    private readonly string path;
    private FileStream? stream;

    private CrlPart(string path, FileStream? stream) => (this.path, this.stream) = (path, stream);

    /// <summary>Begins one.</summary>
    public static CrlPart In(string folder)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}{CrlFolder.PartExtension}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            return new CrlPart(path, new FileStream(path, options));
        }
        catch (Exception exception) when (CrlFolder.IsOfFiles(exception))
        {
            return new CrlPart(path, null);
        }
    }

    /// <summary>Writes on; a failure ends the copy.</summary>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            await (stream?.WriteAsync(bytes, cancellation) ?? default);
        }
        catch (Exception exception) when (CrlFolder.IsOfFiles(exception))
        {
            await DisposeAsync();
        }
    }

    /// <summary>Gives it its name at once, in the place of an older file. No when it was not written whole.</summary>
    public bool TryKeepAs(string file)
    {
        if (stream is null)
        {
            return false;
        }

        try
        {
            stream.Dispose();
            File.Move(path, file, overwrite: true);
            stream = null;
            return true;
        }
        catch (Exception exception) when (CrlFolder.IsOfFiles(exception))
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (stream is null)
        {
            return;
        }

        try
        {
            await stream.DisposeAsync();
            File.Delete(path);
        }
        catch (Exception exception) when (CrlFolder.IsOfFiles(exception))
        {
            // Left behind, it goes with the next start.
        }

        stream = null;
    }
}
