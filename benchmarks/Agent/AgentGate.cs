using System.CommandLine;
using System.Globalization;
using EidAgent.Hosting;
using EidAuth.Benchmarks.Validation;
using EidAuth.Login;

namespace EidAuth.Benchmarks.Agent;

/// <summary><c>gate agent</c>: how long the agent's start takes beside an empty Kestrel program of the same runtime, compiled the same way.</summary>
internal static class AgentGate
{
    private const double MostReady = 1.10;

    public static Command Create()
    {
        var rounds = new Option<int>("--rounds") { Description = "How often each is started.", DefaultValueFactory = _ => 40 };
        var command = new Command("agent", "The agent's start beside an empty Kestrel program.") { rounds };
        command.SetAction((arguments, _) => RunAsync(arguments.GetValue(rounds), Console.Out));
        return command;
    }

    private static async Task<int> RunAsync(int rounds, TextWriter output)
    {
        using var published = new PublishedPrograms();
        var (agentProgram, emptyProgram) = (await published.PublishAsync("src/EidAgent"), await published.PublishAsync("benchmarks/EmptyKestrel"));
        var emptyAssembly = Path.Combine(AppContext.BaseDirectory, "EmptyKestrel.dll");
        var agent = new MeasuredStart(agentProgram, LoginFormat.AgentPort, "run");
        var empty = new MeasuredStart(emptyProgram, null);
        var usual = new MeasuredStart(emptyProgram, null, "usual");
        var builtAgent = new MeasuredStart("dotnet", LoginFormat.AgentPort, "exec", typeof(AgentOptions).Assembly.Location, "run");
        var builtEmpty = new MeasuredStart("dotnet", null, "exec", emptyAssembly);
        output.WriteLine($"Processors: {Environment.ProcessorCount}. Load before: {Text(SystemLoad.Now())}. {rounds} rounds, each in the other order than the one before.");
        await StartAllAsync(rounds, [agent, empty, usual, builtEmpty, builtAgent]);

        output.WriteLine();
        output.WriteLine($"{"median, ms",-44}{"agent",9}{"beside",9}{"ratio",9}");
        output.WriteLine("as published (ReadyToRun), beside the empty program:");
        var ready = Row(output, "port takes a connection (budget ≤ 1.10)", agent, empty, times => times.Ready);
        Row(output, "first page there", agent, empty, times => times.Page);
        Row(output, "processor time until then", agent, empty, times => times.Processor);
        output.WriteLine("as published, beside an empty program of the ordinary builder:");
        Row(output, "port takes a connection", agent, usual, times => times.Ready);
        Row(output, "first page there", agent, usual, times => times.Page);
        output.WriteLine("as built (compiled while they run), beside the empty program:");
        Row(output, "port takes a connection", builtAgent, builtEmpty, times => times.Ready);
        Row(output, "first page there", builtAgent, builtEmpty, times => times.Page);
        output.WriteLine($"""

            Load after: {Text(SystemLoad.Now())}.
            Ratio: median of the ratios of each round, in brackets what a tenth of the rounds are below and above. A native host does not exist yet. Method and figures: docs/performance.md.
            """);
        output.WriteLine(ready > MostReady ? "OVER: port takes a connection" : "within its budget");
        return ready > MostReady ? 1 : 0;
    }

    private static async Task StartAllAsync(int rounds, MeasuredStart[] programs)
    {
        // Each once unmeasured: what is read from disk for the first time is read for all.
        for (var round = -1; round < rounds; round++)
        {
            foreach (var program in round % 2 == 0 ? programs : programs.Reverse())
            {
                await program.RunAsync(isMeasured: round >= 0);
            }
        }
    }

    private static double Row(TextWriter output, string name, MeasuredStart agent, MeasuredStart beside, Func<StartTimes, double> value)
    {
        var ratio = Spread.Of(agent.Times.Zip(beside.Times, (one, other) => value(one) / value(other)));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-42}{Spread.Of(agent.Times.Select(value)).Median,9:0.0}{Spread.Of(beside.Times.Select(value)).Median,9:0.0}{ratio.Median,9:0.00}  ({ratio.Low:0.00}–{ratio.High:0.00})"));
        return ratio.Median;
    }

    private static string Text(double? value) => value is { } known ? known.ToString("0.00", CultureInfo.InvariantCulture) : "unknown";
}
