using Xunit;

namespace EidAuth.Testing;

/// <summary>What a test needs of the machine. Missing parts skip the test; with EIDAUTH_REQUIRE_ALL=1 they fail it.</summary>
public static class Require
{
    /// <summary>Goes on when <paramref name="met"/>; otherwise skips with the reason, or fails where everything is required.</summary>
    public static void OrSkip(bool met, string reason)
    {
        if (met)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("EIDAUTH_REQUIRE_ALL") == "1")
        {
            Assert.Fail("EIDAUTH_REQUIRE_ALL=1, and: " + reason);
        }

        Assert.Skip(reason);
    }

    /// <summary>Needs these programs in the PATH.</summary>
    public static void Programs(params string[] names)
    {
        var missing = names.Where(name => Program(name) is null).ToArray();
        OrSkip(missing.Length == 0, $"not installed: {string.Join(", ", missing)}");
    }

    /// <summary>Where a program of the PATH is, or null; /usr/sbin counts.</summary>
    public static string? Program(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin").Append("/sbin")
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);

    /// <summary>A folder of real public certificates and lists beside the tree, for those who have one. Nothing in the project needs it: without it always a skip.</summary>
    public static string Shared()
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));
        Assert.SkipUnless(Directory.Exists(folder), "no folder ../shared with real public certificates");
        return folder;
    }
}
