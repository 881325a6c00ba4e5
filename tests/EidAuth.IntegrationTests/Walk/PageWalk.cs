using System.Globalization;
using System.Text.RegularExpressions;
using EidAuth.Testing;
using EidAuth.Testing.Net;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Walk;

/// <summary>
/// A section of the documentation that somebody follows from an empty folder: its commands run by a shell, its files written, its last command left running. Only the port is
/// another one, since the page's may be taken.
/// </summary>
internal sealed partial class PageWalk : IAsyncDisposable
{
    private const string Port = "5090";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-walk-");
    private readonly int port = FreePort.Take();
    private readonly Dictionary<string, string?> environment;
    private TestProcess? site;

    private PageWalk(IReadOnlyDictionary<string, string?> environment) => this.environment = new Dictionary<string, string?>(environment)
    {
        ["EIDAUTH"] = Repository.Root,
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",

        // The libraries are those that the build of these tests made; no build server stays behind.
        ["BuildProjectReferences"] = "false",
        ["NuGetAudit"] = "false",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
    };

    public Uri Address => new($"http://localhost:{port}/");

    /// <summary>What the site wrote.</summary>
    public string Log => site!.StandardOutput + site.StandardError;

    /// <summary>Follows the section; the site then listens.</summary>
    /// <param name="page">A page of docs.</param>
    /// <param name="heading">A second-level heading of it.</param>
    /// <param name="environment">What stands for the reader's own computer.</param>
    public static async Task<PageWalk> FollowAsync(string page, string heading, IReadOnlyDictionary<string, string?> environment)
    {
        var walk = new PageWalk(environment);
        try
        {
            var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", page), TestContext.Current.CancellationToken);
            await walk.FollowAsync(text.Split($"## {heading}\n")[1].Split("\n## ")[0].Replace(Port, walk.port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            return walk;
        }
        catch
        {
            await walk.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
        {
            await site.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    private async Task FollowAsync(string section)
    {
        var steps = Step().Matches(section);
        foreach (var step in steps.SkipLast(1))
        {
            if (step.Groups["file"] is { Success: true, Value: var file })
            {
                var path = Path.Combine(folder.FullName, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllTextAsync(path, step.Groups["content"].Value, TestContext.Current.CancellationToken);
            }
            else
            {
                await using var commands = Shell(step);
                var ended = await commands.WaitForExitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
                Assert.True(ended == 0, step.Value + commands.StandardOutput + commands.StandardError);
            }
        }

        Assert.Equal("sh", steps[^1].Groups["language"].Value);
        site = Shell(steps[^1]);
        await site.WaitForLineAsync("Now listening on: " + Address.OriginalString.TrimEnd('/'), TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
    }

    private TestProcess Shell(Match step)
    {
        Assert.Equal("sh", step.Groups["language"].Value);
        return TestProcess.Start("bash", ["-e", "-c", step.Groups["content"].Value], environment, folder.FullName);
    }

    // A block, and the file's name where one stands before it.
    [GeneratedRegex("(?:`(?<file>loket/[^`]+)`:\n\n)?```(?<language>\\w+)\n(?<content>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Step();
}
