using System.Globalization;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>The agent's own program, in a process of its own, without a window to type a PIN into.</summary>
internal sealed class AttackedProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TestProcess process;

    private AttackedProgram(TestProcess process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Everything it wrote.</summary>
    public string Written => process.StandardOutput + process.StandardError;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="environment">Where its PC/SC service is.</param>
    public static async Task<AttackedProgram> StartAsync(IReadOnlyDictionary<string, string?> environment)
    {
        var process = TestProcess.Start(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), "run", "--port", "0"],
            new Dictionary<string, string?>(environment) { ["DISPLAY"] = null, ["WAYLAND_DISPLAY"] = null, ["EIDAUTH_TEST_ANCHORS"] = null });
        try
        {
            var line = await process.WaitForLineAsync("listens on", Patience, Cancellation);
            return new AttackedProgram(process, new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>What it holds of the machine's memory, MiB. The program is the process itself: nothing stands between.</summary>
    public double MebibytesHeld() =>
        double.Parse(
            File.ReadLines($"/proc/{process.Id}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))["VmRSS:".Length..].Replace("kB", "", StringComparison.Ordinal).Trim(),
            CultureInfo.InvariantCulture) / 1024;

    /// <summary>Ends it as the system would; its exit code.</summary>
    public async Task<int> EndAsync()
    {
        process.Signal(15);
        return await process.WaitForExitAsync(Patience, Cancellation);
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
