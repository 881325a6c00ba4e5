using System.CommandLine;
using Microsoft.AspNetCore.Builder;

namespace EidAuth.Simulator.Verbs;

/// <summary>Runs a loopback host for a verb: prints where it is, stays until told to stop.</summary>
internal static class LoopbackHost
{
    /// <summary>Exit code 0 after a stop, 1 when the port is taken.</summary>
    public static async Task<int> RunAsync(WebApplication app, string name, ParseResult invocation, CancellationToken stop)
    {
        await using (app)
        {
            try
            {
                await app.StartAsync(stop);
            }
            catch (IOException)
            {
                await invocation.InvocationConfiguration.Error.WriteLineAsync("That port is taken: choose another with --port.");
                return 1;
            }

            await invocation.InvocationConfiguration.Output.WriteLineAsync($"{name} at {app.Urls.First()}");
            var stopped = new TaskCompletionSource();
            using var registration = stop.Register(stopped.SetResult);
            await stopped.Task;
            await app.StopAsync(CancellationToken.None);
            return 0;
        }
    }
}
