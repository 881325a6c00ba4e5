using System.Diagnostics;
using EidAuth.Testing;

namespace EidAuth.Benchmarks.Agent;

/// <summary>Agent and empty program as a user gets them: <c>dotnet publish -r linux-x64 -p:PublishReadyToRun=true</c>, which compiles both beforehand (ReadyToRun). In a folder that goes with this.</summary>
internal sealed class PublishedPrograms : IDisposable
{
    private const string System = "linux-x64";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-published-");

    /// <summary>Publishes a project of this tree.</summary>
    /// <param name="project">Its folder.</param>
    /// <returns>The program's path.</returns>
    /// <exception cref="InvalidOperationException">It was not published; the message says why.</exception>
    public async Task<string> PublishAsync(string project)
    {
        var name = Path.GetFileName(project);
        var start = new ProcessStartInfo(
            "dotnet", ["publish", Path.Combine(Repository.Root, project), "-c", "Release", "-r", System, "-p:PublishReadyToRun=true", "-p:RestoreLockedMode=true", "-v", "q", "-nologo", "-nodeReuse:false", "-o", Path.Combine(folder.FullName, name)])
        {
            RedirectStandardOutput = true,
        };
        using var publishing = Process.Start(start)!;
        var output = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        return publishing.ExitCode == 0 ? Path.Combine(folder.FullName, name, name) : throw new InvalidOperationException($"{project} was not published: {output}");
    }

    public void Dispose() => folder.Delete(recursive: true);
}
