using System.CommandLine;
using System.Globalization;
using EidAgent.Hosting;
using EidAuth.Benchmarks.Validation;

namespace EidAuth.Benchmarks.Agent;

/// <summary><c>gate agent</c>: how long the agent's start takes beside an empty Kestrel program of the same runtime.</summary>
internal static class AgentGate
{
    private const double MostReady = 1.10;

    public static Command Create()
    {
        var pairs = new Option<int>("--pairs") { Description = "How often both are started.", DefaultValueFactory = _ => 40 };
        var command = new Command("agent", "The agent's start beside an empty Kestrel program.") { pairs };
        command.SetAction((arguments, _) => RunAsync(arguments.GetValue(pairs), Console.Out));
        return command;
    }

    private static async Task<int> RunAsync(int pairs, TextWriter output)
    {
        var agent = new MeasuredStart(typeof(AgentOptions).Assembly.Location, "run", "--port");
        var empty = new MeasuredStart(Path.Combine(AppContext.BaseDirectory, "EmptyKestrel.dll"));
        output.WriteLine($"Processors: {Environment.ProcessorCount}. Load before: {Text(SystemLoad.Now())}. {pairs} pairs, each in the other order than the one before.");

        // Both once unmeasured: what is read from disk for the first time is read for both.
        await agent.RunAsync();
        await empty.RunAsync();
        var (agents, empties) = (new List<StartTimes>(), new List<StartTimes>());
        for (var pair = 0; pair < pairs; pair++)
        {
            if (pair % 2 == 0)
            {
                agents.Add(await agent.RunAsync());
                empties.Add(await empty.RunAsync());
            }
            else
            {
                empties.Add(await empty.RunAsync());
                agents.Add(await agent.RunAsync());
            }
        }

        output.WriteLine();
        output.WriteLine($"{"median, ms",-44}{"agent",9}{"empty",9}{"ratio",9}");
        var ready = Row(output, "port takes a connection (budget ≤ 1.10)", agents, empties, times => times.Ready);
        Row(output, "first page there", agents, empties, times => times.Page);
        Row(output, "processor time until then", agents, empties, times => times.Processor);
        output.WriteLine($"{"native host, first byte",-44}    there is no native host yet");
        output.WriteLine($"""

            Load after: {Text(SystemLoad.Now())}.
            Ratio: median of the ratios of each pair, in brackets what a tenth of the pairs are below and above. Both programs are built alike and started by the same dotnet
            with the runtime's own settings: no ReadyToRun code of their own. Method and figures: docs/performance.md.
            """);
        output.WriteLine(ready > MostReady ? "OVER: port takes a connection" : "within its budget");
        return ready > MostReady ? 1 : 0;
    }

    private static double Row(TextWriter output, string name, List<StartTimes> agents, List<StartTimes> empties, Func<StartTimes, double> value)
    {
        var ratio = Spread.Of(agents.Zip(empties, (agent, empty) => value(agent) / value(empty)));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-44}{Spread.Of(agents.Select(value)).Median,9:0.0}{Spread.Of(empties.Select(value)).Median,9:0.0}{ratio.Median,9:0.00}  ({ratio.Low:0.00}–{ratio.High:0.00})"));
        return ratio.Median;
    }

    private static string Text(double? value) => value is { } known ? known.ToString("0.00", CultureInfo.InvariantCulture) : "unknown";
}
