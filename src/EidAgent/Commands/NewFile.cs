namespace EidAgent.Commands;

/// <summary>Writes files of personal data: never over another file, and for this user alone.</summary>
internal static class NewFile
{
    /// <summary>Writes a new file, mode 0600 where modes exist; false when one of that name is there or it cannot be written, and then none is left behind.</summary>
    public static bool TryWrite(string path, ReadOnlySpan<byte> content)
    {
        var isNew = false;
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var file = new FileStream(path, options);
            isNew = true;
            file.Write(content);
            file.Flush();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (isNew)
            {
                TryDelete(path);
            }

            return false;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A half file is left; the caller says that it was not written.
        }
    }
}
