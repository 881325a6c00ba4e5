using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.UnitTests.Habits;

/// <summary>The files of the tree as git knows them: tracked ones, and new ones that are not ignored.</summary>
internal static class Tree
{
    internal static async Task<IReadOnlyList<string>> FilesAsync(params string[] patterns)
    {
        Require.Programs("git");
        var list = await TestProcess.RunAsync(
            "git", ["-C", Repository.Root, "ls-files", "--cached", "--others", "--exclude-standard", "--", .. patterns], TestContext.Current.CancellationToken);
        Require.OrSkip(list.ExitCode == 0, "not a git clone: " + list.StandardError);
        return [.. list.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(Repository.Root, file)))];
    }

    internal static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));
}
