using EidAgent.Service;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Service;

/// <summary>What was made is asked and stopped, what was not is left alone.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class UsedPartsTests
{
    private readonly UsedParts parts = new();
    private readonly List<string> stopped = [];

    [Fact]
    public async Task What_was_made_last_stops_first()
    {
        parts.Keep(new Part("recorder", stopped));
        parts.Keep(new Part("slot", stopped));

        await parts.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["slot", "recorder"], stopped);
    }

    [Fact]
    public async Task One_that_does_not_stop_keeps_no_other_from_it()
    {
        parts.Keep(new Part("recorder", stopped));
        parts.Keep(new Part("slot", stopped) { Fault = new TimeoutException() });

        var fault = await Assert.ThrowsAsync<AggregateException>(() => parts.StopAsync(TestContext.Current.CancellationToken));

        Assert.IsType<TimeoutException>(Assert.Single(fault.InnerExceptions));
        Assert.Equal(["slot", "recorder"], stopped);
    }

    [Fact]
    public async Task One_that_is_made_after_the_stop_is_stopped_at_once()
    {
        await parts.StopAsync(TestContext.Current.CancellationToken);

        parts.Keep(new Part("slot", stopped));

        Assert.Equal(["slot"], stopped);
    }

    [Fact]
    public void One_unfinished_part_is_enough()
    {
        Assert.False(parts.IsUnfinished);
        var part = parts.Keep(new Part("slot", stopped));
        Assert.False(parts.IsUnfinished);

        part.IsUnfinished = true;

        Assert.True(parts.IsUnfinished);
    }

    private sealed class Part(string name, List<string> stopped) : IStopped, IUnfinished
    {
        public bool IsUnfinished { get; set; }

        public Exception? Fault { get; init; }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            stopped.Add(name);
            return Fault is null ? Task.CompletedTask : Task.FromException(Fault);
        }
    }
}
