namespace EidAuth.E2ETests.Browsers;

/// <summary>A home folder for one browser: nothing of the person's own profile, caches or settings is read or written.</summary>
internal sealed class BrowserHome : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-browser-");

    internal BrowserHome()
    {
        Directory.CreateDirectory(Folder("tmp"));
        Directory.CreateDirectory(Folder("profile"));
    }

    internal string Profile => Folder("profile");

    internal Dictionary<string, string> Environment => new()
    {
        ["PATH"] = System.Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
        ["HOME"] = folder.FullName,
        ["TMPDIR"] = Folder("tmp"),
        ["XDG_RUNTIME_DIR"] = folder.FullName,
        ["NO_AT_BRIDGE"] = "1",
        ["LANG"] = "C.UTF-8",
    };

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A browser that is still writing its last files; the folder is in /tmp.
        }
    }

    private string Folder(string name) => Path.Combine(folder.FullName, name);
}
