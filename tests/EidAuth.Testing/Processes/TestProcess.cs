using System.Diagnostics;

namespace EidAuth.Testing.Processes;

/// <summary>
/// A child in a process group of its own, with its output kept. It ends with its test: by <see cref="DisposeAsync"/>, or by the kernel (PR_SET_PDEATHSIG)
/// when the test process dies first.
/// </summary>
public sealed class TestProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ProcessOutput output = new();

    private readonly TaskCompletionSource exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TestProcess(Process process)
    {
        this.process = process;
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => exited.SetResult();
    }

    /// <summary>Process id, and the id of its group.</summary>
    public int Id => process.Id;

    /// <summary>It has not ended yet.</summary>
    public bool IsRunning => !process.HasExited;

    /// <summary>All lines of standard output so far.</summary>
    public string StandardOutput => output.Standard;

    /// <summary>All lines of standard error so far.</summary>
    public string StandardError => output.Error;

    /// <summary>Where its input goes.</summary>
    public StreamWriter StandardInput => process.StandardInput;

    /// <summary>Starts a program.</summary>
    /// <param name="program">A name in the PATH or a path.</param>
    /// <param name="arguments">Passed one by one, never through a shell.</param>
    /// <param name="environment">Added to the test's own environment; null removes a variable.</param>
    /// <param name="folder">Working directory, or null for the test's own.</param>
    public static TestProcess Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo("setsid")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var argument in (string[])["setpriv", "--pdeathsig", "KILL", "--", program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var child = new TestProcess(new Process { StartInfo = start });
        child.process.OutputDataReceived += (_, line) => child.output.AddStandard(line.Data);
        child.process.ErrorDataReceived += (_, line) => child.output.AddError(line.Data);
        ProcessStarter.Start(child.process);
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Runs a program to its end; for short ones.</summary>
    public static async Task<ProcessResult> RunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellation, IReadOnlyDictionary<string, string?>? environment = null, string? input = null)
    {
        await using var child = Start(program, arguments, environment);
        if (input is not null)
        {
            await child.StandardInput.WriteAsync(input.AsMemory(), cancellation);
        }

        child.StandardInput.Close();
        var exitCode = await child.WaitForExitAsync(TimeSpan.FromSeconds(60), cancellation);
        return new ProcessResult(exitCode, child.StandardOutput, child.StandardError);
    }

    /// <summary>The first line of either output, also an earlier one, that contains <paramref name="part"/>.</summary>
    /// <exception cref="InvalidOperationException">The child ended, or the time ran out; the message has the whole output.</exception>
    public async Task<string> WaitForLineAsync(string part, TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            return await output.WaitForAsync(part).WaitAsync(patience, cancellation);
        }
        catch (Exception late) when (late is TimeoutException or EndOfStreamException)
        {
            throw new InvalidOperationException($"{process.StartInfo.ArgumentList[4]}: no line with \"{part}\".\n{StandardOutput}\n{StandardError}", late);
        }
    }

    /// <summary>Waits for the end and gives the exit code; the outputs are then complete.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan patience, CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation).WaitAsync(patience, cancellation);
        return process.ExitCode;
    }

    /// <summary>Sends a signal to the child alone.</summary>
    public void Signal(int signal)
    {
        if (IsRunning)
        {
            _ = Signals.Send(Id, signal);
        }
    }

    /// <summary>SIGKILL to a process that a child started.</summary>
    public static void Kill(int process) => _ = Signals.Send(process, Signals.Kill);

    /// <summary>SIGTERM to the child; after five seconds SIGKILL to its whole group.</summary>
    public async Task StopAsync()
    {
        Signal(Signals.Terminate);
        try
        {
            // Not WaitForExitAsync: that waits for the end of the outputs too, which the child's own children hold open.
            await exited.Task.WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (TimeoutException)
        {
            // The group goes below.
        }

        _ = Signals.Send(-Id, Signals.Kill);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(5));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process.Dispose();
    }
}
