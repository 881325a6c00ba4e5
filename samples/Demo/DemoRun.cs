using Microsoft.AspNetCore.Connections;

namespace Demo;

/// <summary>The demo for people: starts everything, prints where to look, and stays until Ctrl-C.</summary>
internal static class DemoRun
{
    public static async Task<int> RunAsync(TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        await output.WriteLineAsync("Making the test PKI ready (a few seconds the first time) …");
        DemoWorld started;
        try
        {
            started = await DemoWorld.StartAsync(DemoPorts.Documented, database: null, cancellation);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await error.WriteLineAsync($"{taken.Message} End the demo, the agent or the other program that has this port, and start again.");
            return 1;
        }

        await using var world = started;
        await output.WriteLineAsync($"""

            TEST TRUST: simulated cards only, no real identity can be proven here.

              1. The town      {world.TownAddress}
              2. The reader    {world.ReaderAddress}

            Open both, each in its own tab. In the town choose "log in with eID"; on the reader insert a card and type its PIN, 1234.
            A card that the town does not know makes an account, or joins one that is there: alex, whose password the login page shows.
            With the same password loket works in the back office.
            The town's mails are put into {world.MailFolder}
            Ctrl-C ends everything.
            """);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C.
        }

        return 0;
    }
}
