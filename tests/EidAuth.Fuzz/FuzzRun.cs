using System.Globalization;
using EidAuth.Testing.Mutations;

namespace EidAuth.Fuzz;

/// <summary>A run over targets, one after the other, each on all threads; what it saw goes to the output.</summary>
internal sealed class FuzzRun(ulong seed, int threads, TimeProvider clock, TextWriter output)
{
    // Inputs take microseconds: one that is still there after that has caught a parser in a loop.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Gives the exit code: 0, or 1 when an input failed.</summary>
    public int TryAll(IReadOnlyList<MutationTarget> targets, long count, double minutes)
    {
        Say($"seed {seed}, {count} inputs, {threads} threads");
        var (begin, shares, total) = (clock.GetTimestamp(), targets.Sum(target => target.Share), new MutationTally());
        foreach (var target in targets)
        {
            var from = clock.GetTimestamp();
            var until = minutes * target.Share / shares;
            var tally = Try(target, (long)Math.Ceiling(count * target.Share / shares), () => clock.GetElapsedTime(from).TotalMinutes < until);
            var rate = tally.Count / Math.Max(0.001, clock.GetElapsedTime(from).TotalSeconds);
            Say($"{target.Name}: {tally.Count} inputs, {tally.Accepted} accepted, {tally.SignedAgain} signed again, {tally.Believed} believed, {tally.StepsPerByte:0.0} steps per byte at most, {tally.Allocated / 1024} KiB at most, {rate:0} a second");
            total.Add(tally);
            if (tally.Failure is { } failure)
            {
                Tell(target, failure);
                return 1;
            }
        }

        Say($"all: {total.Count} inputs in {clock.GetElapsedTime(begin).TotalSeconds:0} s, {total.StepsPerByte:0.0} steps per byte at most, no failure");
        return 0;
    }

    /// <summary>Tries one input again.</summary>
    public int TryOne(MutationTarget target, long index)
    {
        var tally = new MutationRun(target, seed).Run(index, index + 1, 1, _ => true);
        Say($"{target.Name}, seed {seed}, input {index}: {(tally.Failure is null ? tally.Accepted == 1 ? "accepted" : "refused" : "failed")}");
        if (tally.Failure is { } failure)
        {
            Tell(target, failure);
        }

        return tally.Failure is null ? 0 : 1;
    }

    private MutationTally Try(MutationTarget target, long count, Func<bool> goOn)
    {
        var run = new MutationRun(target, seed);
        var (sum, places, isFailed) = (new MutationTally(), new long[threads], false);
        var workers = Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            var tally = run.Run(number, count, threads, index =>
            {
                Volatile.Write(ref places[number], index);
                return !Volatile.Read(ref isFailed) && goOn();
            });
            Volatile.Write(ref places[number], -1);
            lock (sum)
            {
                sum.Add(tally);
                isFailed |= tally.Failure is not null;
            }
        })
        {
            IsBackground = true,
        }).ToList();
        workers.ForEach(worker => worker.Start());
        return Await(workers, places) is { } stuck
            ? new MutationTally { Failure = Stuck(target, run.Input(stuck), stuck) }
            : sum;
    }

    // Null when all ended; the number of an input that did not.
    private static long? Await(List<Thread> workers, long[] places)
    {
        for (var i = 0; i < workers.Count; i++)
        {
            for (var before = -2L; !workers[i].Join(Patience);)
            {
                var now = Volatile.Read(ref places[i]);
                if (now == before && now >= 0)
                {
                    return now;
                }

                before = now;
            }
        }

        return null;
    }

    private static MutationFailure Stuck(MutationTarget target, MutatedInput input, long index) =>
        new(index, input.Bytes.Length, KeptInputs.Keep(target, input.Bytes), new TimeoutException($"Not done after {Patience.TotalSeconds} s."));

    private void Tell(MutationTarget target, MutationFailure failure)
    {
        Say($"FAILED: {target.Name}, seed {seed}, input {failure.Index} of {failure.Length} bytes, kept as {failure.Kept}");
        Say($"again: dotnet run -c Release --project tests/EidAuth.Fuzz -- --target {target.Name} --seed {seed} --index {failure.Index}");
        Say($"{failure.Exception}");
    }

    private void Say(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
