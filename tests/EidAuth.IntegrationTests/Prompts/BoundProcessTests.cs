using System.Diagnostics;
using EidAgent.Prompts;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

[Trait("Group", TestGroup.Agent)]
public sealed class BoundProcessTests : IDisposable
{
    private const int EndedByTerm = 128 + 15;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-bound-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_child_ends_with_the_thread_that_started_it_and_not_before()
    {
        Require.Programs("setpriv", "cat");
        using var bound = BoundProcess.Start(Cat(), Require.Program("setpriv"));
        using var child = bound.Process;
        Assert.Equal("still here", await EchoAsync(child));

        bound.Dispose();

        await child.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromMinutes(2), Cancellation);
        Assert.Equal(EndedByTerm, child.ExitCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("exit 1")]
    [InlineData("echo setpriv: unrecognized option >&2; exit 127")]
    public async Task Without_a_setpriv_that_knows_the_signal_it_is_an_ordinary_child(string? setpriv)
    {
        Require.Programs("cat");
        using var bound = BoundProcess.Start(Cat(), setpriv is null ? null : await ScriptAsync(setpriv));
        using var child = bound.Process;

        bound.Dispose();
        Assert.Equal("still here", await EchoAsync(child));
        child.StandardInput.Close();

        await child.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromMinutes(2), Cancellation);
        Assert.Equal(0, child.ExitCode);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static ProcessStartInfo Cat() => new(Require.Program("cat")!) { RedirectStandardInput = true, RedirectStandardOutput = true };

    private static async Task<string?> EchoAsync(Process child)
    {
        await child.StandardInput.WriteLineAsync("still here".AsMemory(), Cancellation);
        await child.StandardInput.FlushAsync(Cancellation);
        return await child.StandardOutput.ReadLineAsync(Cancellation).AsTask().WaitAsync(TimeSpan.FromMinutes(2), Cancellation);
    }

    // Copied by a child: a file this process had open for writing might still be so in somebody's fork, and could not be run.
    private async Task<string> ScriptAsync(string line)
    {
        var (text, script) = (Path.Combine(folder.FullName, "text"), Path.Combine(folder.FullName, "setpriv"));
        await File.WriteAllTextAsync(text, "#!/bin/sh\n" + line + "\n", Cancellation);
        Assert.Equal(0, (await TestProcess.RunAsync("install", ["-m", "755", text, script], Cancellation)).ExitCode);
        return script;
    }
}
