using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;

namespace EidAuth.Fuzz;

/// <summary>The command line.</summary>
internal static class FuzzCommand
{
    public static RootCommand Create()
    {
        var targets = new Option<string[]>("--target") { Description = "These only; all of them when left out.", AllowMultipleArgumentsPerToken = true };
        targets.AcceptOnlyFromAmong([.. FuzzTargets.All.Select(target => target.Name)]);
        var count = new Option<long>("--count") { Description = "Inputs over all targets together.", DefaultValueFactory = _ => 1_000_000 };
        var seed = new Option<ulong>("--seed") { Description = "Repeats a run; another in each run when left out.", DefaultValueFactory = _ => (ulong)RandomNumberGenerator.GetInt32(int.MaxValue) };
        var minutes = new Option<double>("--minutes") { Description = "Ends the run after that time.", DefaultValueFactory = _ => double.PositiveInfinity };
        var threads = new Option<int>("--threads") { Description = "Inputs tried at the same time.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var index = new Option<long?>("--index") { Description = "Tries only the input with that number." };
        var list = new Option<bool>("--list") { Description = "Lists the targets." };
        var command = new RootCommand("Tries damaged inputs on the parsers of a login. Exits with 1 when one fails, and keeps it.") { targets, count, seed, minutes, threads, index, list };
        count.Validators.Add(result => Demand(result, result.GetValueOrDefault<long>() > 0));
        threads.Validators.Add(result => Demand(result, result.GetValueOrDefault<int>() > 0));
        minutes.Validators.Add(result => Demand(result, result.GetValueOrDefault<double>() > 0));
        index.Validators.Add(result => Demand(result, result.GetValueOrDefault<long?>() is null or >= 0));
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetValue(targets) is { Length: > 0 } names ? names.Distinct().Select(FuzzTargets.Of).ToList() : [.. FuzzTargets.All];
            if (parsed.GetValue(list))
            {
                wanted.ForEach(target => Console.WriteLine($"{target.Name}: {target.Seeds.Count} good inputs"));
                return 0;
            }

            var run = new FuzzRun(parsed.GetValue(seed), parsed.GetValue(threads), TimeProvider.System, Console.Out);
            return parsed.GetValue(index) is { } one
                ? wanted.Max(target => run.TryOne(target, one))
                : run.TryAll(wanted, parsed.GetValue(count), parsed.GetValue(minutes));
        });
        return command;
    }

    private static void Demand(OptionResult result, bool isMet)
    {
        if (!isMet)
        {
            result.AddError($"{result.Option.Name} needs a larger number.");
        }
    }
}
