using EidAuth.IntegrationTests.PcSc;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Soak;

/// <summary>
/// The program on a real service through many logins, whose card leaves and comes back: what it holds at the end is what it held at half time. A long run has 2,000 logins, by four programs side by side,
/// each with a service of its own: a login takes a second because no faster press is counted, and the service sees a card come or go every 0.4 s at most.
/// </summary>
[Trait("Group", TestGroup.Agent)]
[Collection(ServiceAddress.Collection)]
public sealed class ProgramSoakTests(ITestOutputHelper output)
{
    // The runtime's own pools breathe; a handle or a thread for each login would be far above.
    private const int MostHandles = 12;
    private const int MostThreads = 12;

    // 32 kB that stay of each of the 250 logins since half time would be above.
    private const double MostMegabytes = 8;

    private static readonly string[] Citizens = ["adult-18", "adult-17", "adult-18", "adult-17"];

    private static bool IsLong => Environment.GetEnvironmentVariable("EIDAUTH_LONG") == "1";

    [Fact]
    public async Task Memory_handles_and_threads_stay_flat()
    {
        var (lanes, logins) = IsLong ? (4, 500) : (1, 8);
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => RunAsync(lane, logins)));
    }

    private async Task RunAsync(int number, int logins)
    {
        await using var lane = await SoakLane.StartAsync(Citizens[number]);
        await lane.LogInAsync(2);
        var start = lane.Use;
        await lane.LogInAsync((logins / 2) - 2);
        var half = lane.Use;
        await lane.LogInAsync(logins - (logins / 2));
        var end = lane.Use;

        var name = $"soak, agent's program {number + 1} on pcscd, {logins} logins";
        output.WriteLine($"{name}, {lane.CardEvents} card events, {lane.Again} times put in again: {start} -> {half} -> {end}");
        Figures.Add($"{name}: card events", lane.CardEvents);
        Figures.Add($"{name}: times that the card had to be put in again", lane.Again);
        foreach (var (when, use) in (IEnumerable<(string, ProgramUse)>)[("after two logins", start), ("at half", half), ("at the end", end)])
        {
            Figures.Add($"{name}: memory of its own {when}", use.OwnMegabytes, "MiB");
            Figures.Add($"{name}: working set {when}", use.WorkingSetMegabytes, "MiB");
            Figures.Add($"{name}: handles {when}", use.Handles);
            Figures.Add($"{name}: threads {when}", use.Threads);
        }

        Assert.Equal(logins, lane.Signed);
        Assert.InRange(end.Handles - half.Handles, int.MinValue, MostHandles);
        Assert.InRange(end.Threads - half.Threads, int.MinValue, MostThreads);
        Assert.InRange(end.OwnMegabytes - half.OwnMegabytes, double.MinValue, IsLong ? MostMegabytes : double.MaxValue);
    }
}
