using System.Globalization;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.UnitTests.Testing;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class TestProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Output_and_exit_code_of_a_short_program_are_kept()
    {
        var result = await TestProcess.RunAsync(
            "sh", ["-c", "read word; echo got $word; echo oops >&2; exit 3"], TestContext.Current.CancellationToken, input: "hello\n");

        Assert.Equal(new ProcessResult(3, "got hello", "oops"), result);
    }

    [Fact]
    public async Task A_line_is_waited_for_and_the_child_is_stopped_with_its_own_children()
    {
        var child = TestProcess.Start("sh", ["-c", "sleep 300 & echo child $!; wait"]);
        var line = await child.WaitForLineAsync("child ", Patience, TestContext.Current.CancellationToken);
        var grandchild = int.Parse(line["child ".Length..], CultureInfo.InvariantCulture);
        Assert.True(Directory.Exists($"/proc/{grandchild}"));

        await child.DisposeAsync();

        await WaitUntilGone(grandchild);
    }

    [Fact]
    public async Task A_child_that_ends_without_the_line_is_an_error_with_its_output()
    {
        await using var child = TestProcess.Start("sh", ["-c", "echo something else"]);

        var broken = await Assert.ThrowsAsync<InvalidOperationException>(
            () => child.WaitForLineAsync("ready", Patience, TestContext.Current.CancellationToken));

        Assert.Contains("something else", broken.Message);
    }

    // A killed process stays in /proc as a zombie until its new parent collects it.
    private static async Task WaitUntilGone(int pid)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var status = $"/proc/{pid}/status";
            if (!File.Exists(status) || (await File.ReadAllTextAsync(status)).Contains("State:\tZ"))
            {
                return;
            }

            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"process {pid} still runs");
    }
}
