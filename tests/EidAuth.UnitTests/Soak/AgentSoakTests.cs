using System.Diagnostics;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Soak;

/// <summary>One agent through very many logins and cards that come and go: what it holds afterwards is what it held after the first of them.</summary>
[Trait("Group", TestGroup.Agent)]
[Collection(nameof(AloneWithSoak))]
public sealed class AgentSoakTests(ITestOutputHelper output)
{
    // The runtime's own pools breathe; a handle, a thread or a kilobyte for each login would be far above.
    private const int MostHandles = 12;
    private const int MostThreads = 12;
    private const double MostHeap = 3;

    private static bool IsLong => Environment.GetEnvironmentVariable("EIDAUTH_LONG") == "1";

    [Fact]
    public async Task Memory_handles_and_threads_stay_flat_over_logins_and_card_events()
    {
        Require.OrSkip(OperatingSystem.IsLinux(), "needs /proc");
        var (logins, events) = IsLong ? (2000, 10_000) : (60, 300);
        await using var world = await SoakWorld.StartAsync();
        await world.RunAsync(logins / 5, events / 5);

        var before = ProcessUse.Now();
        var watch = Stopwatch.StartNew();
        await world.RunAsync(logins - (logins / 5), events - (events / 5));
        var after = ProcessUse.Now();

        output.WriteLine($"{before} -> {after} in {watch.Elapsed}");
        var name = $"soak, agent on simulated readers, {logins} logins, {world.Events} card events";
        Figures.Add($"{name}: managed heap before", before.HeapMegabytes, "MB");
        Figures.Add($"{name}: managed heap after", after.HeapMegabytes, "MB");
        Figures.Add($"{name}: working set before", before.WorkingSetMegabytes, "MiB");
        Figures.Add($"{name}: working set after", after.WorkingSetMegabytes, "MiB");
        Figures.Add($"{name}: handles before", before.Handles);
        Figures.Add($"{name}: handles after", after.Handles);
        Figures.Add($"{name}: threads before", before.Threads);
        Figures.Add($"{name}: threads after", after.Threads);
        Assert.True(world.Events >= events, $"{world.Events} events");
        Assert.InRange(after.HeapMegabytes - before.HeapMegabytes, double.MinValue, MostHeap);
        Assert.InRange(after.Handles - before.Handles, int.MinValue, MostHandles);
        Assert.InRange(after.Threads - before.Threads, int.MinValue, MostThreads);
    }
}
