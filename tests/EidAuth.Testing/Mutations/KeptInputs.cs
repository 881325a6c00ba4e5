using System.Security.Cryptography;

namespace EidAuth.Testing.Mutations;

/// <summary>Inputs that failed once, and such that are known to be hard: files that are tried in each run.</summary>
public static class KeptInputs
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "EidAuth.UnitTests", "Fixtures", "mutated");

    /// <summary>Those of a target.</summary>
    public static IEnumerable<string> Of(MutationTarget target) => Directory.EnumerateFiles(Folder, Prefix(target) + "*.bin").Order(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static List<string> All() => [.. Directory.EnumerateFiles(Folder).Order(StringComparer.Ordinal)];

    /// <summary>Keeps one; gives the file.</summary>
    public static string Keep(MutationTarget target, byte[] input)
    {
        var path = Path.Combine(Directory.CreateDirectory(Folder).FullName, Prefix(target) + Convert.ToHexStringLower(SHA256.HashData(input))[..8] + ".bin");
        File.WriteAllBytes(path, input);
        return path;
    }

    private static string Prefix(MutationTarget target) => target.Name.Replace(' ', '-') + "~";
}
