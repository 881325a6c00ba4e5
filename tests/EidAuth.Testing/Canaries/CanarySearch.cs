using System.Text;

namespace EidAuth.Testing.Canaries;

/// <summary>Looks for canaries in whatever was written.</summary>
public static class CanarySearch
{
    /// <summary>Each canary found, as <c>name as form</c>; empty when there is none.</summary>
    public static IReadOnlyList<string> In(string written, IEnumerable<Canary> canaries) => In(Encoding.UTF8.GetBytes(written), canaries);

    /// <summary>The same in bytes.</summary>
    public static IReadOnlyList<string> In(ReadOnlySpan<byte> written, IEnumerable<Canary> canaries)
    {
        var found = new List<string>();
        foreach (var canary in canaries)
        {
            foreach (var (form, pattern) in canary.Forms)
            {
                if (written.IndexOf(pattern) >= 0)
                {
                    found.Add($"{canary.Name} as {form}");
                }
            }
        }

        return found;
    }

    /// <summary>The same in every file below a folder, with the file's path before each find.</summary>
    public static IReadOnlyList<string> InFolder(string folder, IReadOnlyCollection<Canary> canaries) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length > 0) // Sockets and pipes hold nothing, and would keep a reader waiting.
            .SelectMany(file => In(File.ReadAllBytes(file), canaries).Select(find => $"{Path.GetRelativePath(folder, file)}: {find}"))];
}
