using EidAuth.IntegrationTests.PcSc;
using EidAuth.IntegrationTests.Sweep;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Soak;

/// <summary>The program with nothing to do: what it costs, with an empty reader and with a card in it.</summary>
[Trait("Group", TestGroup.Agent)]
[Collection(ServiceAddress.Collection)]
public sealed class IdleTests(SweepWorld world, ITestOutputHelper output) : IClassFixture<SweepWorld>
{
    private static bool IsLong => Environment.GetEnvironmentVariable("EIDAUTH_LONG") == "1";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task Waiting_costs_next_to_nothing_without_a_card() => MeasureAsync(cardIn: false);

    [Fact]
    public Task Waiting_costs_next_to_nothing_with_a_card() => MeasureAsync(cardIn: true);

    private async Task MeasureAsync(bool cardIn)
    {
        // What the runtime compiles and tidies up after the start and after a login is not idling.
        var (settle, time) = IsLong ? (TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(10)) : (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));
        await world.PrepareAsync(fakeTime: false, cardIn, halfTyped: false);
        await Task.Delay(settle, Cancellation);

        var before = ProgramUse.Of(world.Agent.Id);
        await Task.Delay(time, Cancellation);
        var after = ProgramUse.Of(world.Agent.Id);

        var name = $"idle agent, {(cardIn ? "card in" : "no card")}, {time.TotalSeconds:0} s";
        output.WriteLine($"{name}: {before} -> {after}");
        Figures.Add($"{name}: processor time", (after.Ticks - before.Ticks) * 10, "ms");
        Figures.Add($"{name}: wake-ups of its threads", after.WakeUps - before.WakeUps);

        // A hundredth of one processor would be a defect; the server's clock, which ticks once a second, is far below.
        Assert.InRange(after.Ticks - before.Ticks, 0, time.TotalSeconds);
        Assert.InRange(after.Handles - before.Handles, -20, 0);
    }
}
