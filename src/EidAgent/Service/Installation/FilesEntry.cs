using System.Text;

namespace EidAgent.Service.Installation;

/// <summary>An entry that is made of files in the user's home.</summary>
internal sealed class FilesEntry(StartMethod method, IReadOnlyList<EntryFile> files) : IStartEntry
{
    private static readonly UTF8Encoding Encoding = new(false);

    public StartMethod Method => method;

    public bool IsInstalled => files.All(IsThere);

    public IReadOnlyList<string> Install()
    {
        var written = new List<string>();
        foreach (var file in files.Where(file => !IsThere(file)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
            Write(file);
            written.Add(file.Path);
        }

        return written;
    }

    public IReadOnlyList<string> Uninstall()
    {
        var removed = new List<string>();

        // The link before what it leads to; a folder that is then empty held nothing else.
        foreach (var path in files.Reverse().Select(file => file.Path).Where(Exists))
        {
            File.Delete(path);
            removed.Add(path);
            RemoveEmpty(Path.GetDirectoryName(path)!);
        }

        return removed;
    }

    // Beside it first, then in its place by one rename: nobody ever reads half a file, and a link that stands there is replaced, not followed.
    private static void Write(EntryFile file)
    {
        var beside = $"{file.Path}.{Path.GetRandomFileName()}";
        try
        {
            if (file.IsLink)
            {
                File.CreateSymbolicLink(beside, file.Content);
            }
            else
            {
                File.WriteAllText(beside, file.Content, Encoding);
            }

            File.Move(beside, file.Path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private static bool IsThere(EntryFile file) =>
        file.IsLink ? new FileInfo(file.Path).LinkTarget == file.Content : File.Exists(file.Path) && File.ReadAllText(file.Path, Encoding) == file.Content;

    // A link that leads nowhere is there too.
    private static bool Exists(string path) => File.Exists(path) || new FileInfo(path).LinkTarget is not null;

    private static void RemoveEmpty(string folder)
    {
        if (Path.GetFileName(folder) == "sockets.target.wants" && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}
