using System.Diagnostics;
using System.Globalization;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Faults;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Faults;

/// <summary>
/// Runs a task without a fault to count its commands, then once with each kind of fault at each of them. Each time: the outcome is a decided one and a true one,
/// it came in time, no PIN was sent that nobody typed, no try is gone that nobody wasted, the card is closed, and the next task works.
/// </summary>
internal static class FaultMatrix
{
    // Of real time, for what should take milliseconds: only a hang takes longer.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(10);

    // Of the task's own clock: a slow answer takes ten seconds of it.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    // Two faults at once, in the long run only: most of them are one fault and the next task's.
    private const int LongPairs = 3000;

    // VERIFY and CHANGE REFERENCE DATA with data; without, VERIFY only asks.
    private static readonly string[] PinCommands = ["0020000108", "0024000110"];

    private static bool IsLong => Environment.GetEnvironmentVariable("EIDAUTH_LONG") == "1";

    /// <summary>Runs the whole matrix of a task and fails with every case that is not as it must be.</summary>
    public static async Task RunAsync(string name, FaultTask task)
    {
        var world = task.World;
        task.Prepare();
        world.Reader.Insert(world.Card);
        var fresh = await RunOnceAsync(task);
        Assert.Null(fresh.Exception);
        task.Learn(fresh.Result!);
        Assert.Empty(task.Judge(fresh.Result!));
        var commands = fresh.Commands;
        var cases = FaultCase.All(commands).Concat(FaultCase.Pairs(commands, IsLong ? LongPairs : 0)).ToList();
        var failures = new List<string>();
        var watch = Stopwatch.StartNew();
        foreach (var one in cases)
        {
            failures.AddRange((await RunCaseAsync(task, one)).Select(what => $"{one}: {what}"));
        }

        FaultCount.Add(cases.Count);
        Figures.Add($"fault matrix, {name}, cases over {commands} commands", cases.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {cases.Count} cases over {commands} commands in {watch.Elapsed}");
        Assert.True(failures.Count == 0, string.Create(CultureInfo.InvariantCulture, $"{failures.Count} faults of {name}, {commands} commands:\n{string.Join('\n', failures)}"));
    }

    private static async Task<List<string>> RunCaseAsync(FaultTask task, FaultCase one)
    {
        var world = task.World;
        var card = world.Card;
        task.Prepare();
        world.Reader.Insert(card);
        card.Plan(one.Fault);
        if (one.Second is not null)
        {
            card.Plan(one.Second);
        }

        var run = await RunOnceAsync(task);
        var wrong = new List<string>();
        void Demand(bool holds, string otherwise)
        {
            if (!holds)
            {
                wrong.Add($"{otherwise} [{run.Result ?? run.Exception?.Message}]");
            }
        }

        Demand(one.Second is not null || card.Planned.Count == 0, "the fault never came");
        if (run.Hangs)
        {
            return [.. wrong, "it hangs"];
        }

        Demand(run.Waited <= LongestWait, $"it waited {run.Waited}");
        Demand(run.PinCommands <= task.Entries, $"{run.PinCommands} PIN commands for {task.Entries} entries");
        Demand(run.TriesSpent <= Math.Min(task.WrongEntries, run.PinCommands), $"{run.TriesSpent} tries spent for {task.WrongEntries} wrong entries");
        Demand(
            world.Reader.Card is null || card.IsMute || card.SecurityState == SecurityState.None,
            $"the card is left with {card.SecurityState}");
        card.ClearPlan();
        if (run.Exception is null or CardException or CardSigningException)
        {
            wrong.AddRange(task.Judge(run.Result ?? run.Exception!).Select(what => $"{what} [{run.Result ?? run.Exception?.Message}]"));
        }
        else
        {
            wrong.Add("threw " + run.Exception);
        }

        // The next task: over a new connection where the card is still in, otherwise after the person put it in again.
        task.Prepare();
        if (world.Reader.Card is null)
        {
            world.Reader.Insert(card);
        }

        var next = await RunOnceAsync(task);
        if (next.Exception is not null || next.Hangs)
        {
            wrong.Add("the next one failed: " + (next.Exception?.ToString() ?? "it hangs"));
        }
        else
        {
            wrong.AddRange(task.Judge(next.Result!).Select(what => "the next one: " + what));
        }

        return wrong;
    }

    private static async Task<FaultRun> RunOnceAsync(FaultTask task)
    {
        var (world, card) = (task.World, task.World.Card);
        var (known, spent, waited) = (card.Transcript.Count, card.PinTriesSpent, world.Clock.Waited);
        object? result = null;
        Exception? exception = null;
        var work = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    using var session = BelpicSession.Open(world.Reader.Connect(world.Reader.Name), world.Clock);
                    result = task.Do(session);
                }
#pragma warning disable CA1031 // Which exception it may be is what is judged.
                catch (Exception thrown)
#pragma warning restore CA1031
                {
                    exception = thrown;
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        var hangs = await Task.WhenAny(work, Task.Delay(Guard, TestContext.Current.CancellationToken)) != work;
        var transcript = card.Transcript.Skip(known).ToList();
        return new FaultRun(
            hangs ? null : result,
            hangs ? null : exception,
            hangs,
            transcript.Count,
            transcript.Count(command => PinCommands.Any(start => command.StartsWith(start, StringComparison.Ordinal))),
            card.PinTriesSpent - spent,
            world.Clock.Waited - waited);
    }

    private sealed record FaultRun(object? Result, Exception? Exception, bool Hangs, int Commands, int PinCommands, int TriesSpent, TimeSpan Waited);
}
