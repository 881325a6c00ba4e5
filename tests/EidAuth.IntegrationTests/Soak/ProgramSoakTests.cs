using EidAuth.IntegrationTests.PcSc;
using EidAuth.IntegrationTests.Sweep;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Soak;

/// <summary>The program on a real service through many logins, each followed by its card's leaving: what it holds afterwards is what it held after the first of them.</summary>
[Trait("Group", TestGroup.Agent)]
[Collection(ServiceAddress.Collection)]
public sealed class ProgramSoakTests(SweepWorld world, ITestOutputHelper output) : IClassFixture<SweepWorld>
{
    private const string End = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8";

    // The runtime's own pools breathe; a handle or a thread for each login would be far above.
    private const int MostHandles = 12;
    private const int MostThreads = 12;

    private static bool IsLong => Environment.GetEnvironmentVariable("EIDAUTH_LONG") == "1";

    [Fact]
    public async Task Handles_and_threads_stay_flat()
    {
        var logins = IsLong ? 200 : 8;
        await world.PrepareAsync(fakeTime: false, cardIn: true, halfTyped: false);
        world.Prompt.Type();
        await RunAsync(logins / 2);

        var before = ProgramUse.Of(world.Agent.Id);
        await RunAsync(logins - (logins / 2));
        var after = ProgramUse.Of(world.Agent.Id);

        output.WriteLine($"{before} -> {after}");
        var name = $"soak, agent's program on pcscd, {logins} logins, {2 * logins} card events";
        Figures.Add($"{name}: working set at half", before.WorkingSetMegabytes, "MiB");
        Figures.Add($"{name}: working set at the end", after.WorkingSetMegabytes, "MiB");
        Figures.Add($"{name}: handles at half", before.Handles);
        Figures.Add($"{name}: handles at the end", after.Handles);
        Figures.Add($"{name}: threads at half", before.Threads);
        Figures.Add($"{name}: threads at the end", after.Threads);
        Assert.InRange(after.Handles - before.Handles, int.MinValue, MostHandles);
        Assert.InRange(after.Threads - before.Threads, int.MinValue, MostThreads);
        Assert.Equal(logins, world.Agent.Count("A login ended: signed"));
    }

    private async Task RunAsync(int logins)
    {
        for (var login = 0; login < logins; login++)
        {
            var posts = world.Town.Posts;
            using var attempt = await SweepLogin.AskAsync(world.Agent.Address, world.Town.ReturnTo, End);
            await attempt.AgreeAsync();
            string? ending;
            for (var since = TimeProvider.System.GetTimestamp(); (ending = await attempt.LookAsync()) is null; await Task.Delay(50, TestContext.Current.CancellationToken))
            {
                Assert.True(TimeProvider.System.GetElapsedTime(since) < AgentProgram.Patience, world.Agent.Output);
            }

            Assert.Equal("signed", ending);
            await world.EmptyReaderAsync();
            for (var since = TimeProvider.System.GetTimestamp(); world.Town.Posts == posts; await Task.Delay(50, TestContext.Current.CancellationToken))
            {
                Assert.True(TimeProvider.System.GetElapsedTime(since) < AgentProgram.Patience, world.Agent.Output);
            }

            await world.InsertAsync(world.Card);
        }
    }
}
