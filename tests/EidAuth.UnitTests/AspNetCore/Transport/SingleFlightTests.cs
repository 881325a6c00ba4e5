using EidAuth.AspNetCore.Transport;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Transport;

/// <summary>Work that is shared.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class SingleFlightTests
{
    private readonly SingleFlight<string, string> flights = new();
    private readonly TaskCompletionSource<string> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int started;

    [Fact]
    public async Task A_hundred_callers_share_one_and_the_next_one_after_its_end_begins_another()
    {
        var callers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => new { Flight = Join("a") })));
        end.SetResult("done");
        Assert.All(await Task.WhenAll(callers.Select(caller => caller.Flight)), result => Assert.Equal("done", result));
        Assert.Equal(1, started);
        Assert.Equal(0, flights.Count);
        await Join("a");
        Assert.Equal(2, started);
    }

    [Fact]
    public async Task Two_keys_are_two()
    {
        var (a, b) = (Join("a"), Join("b"));
        end.SetResult("done");
        await Task.WhenAll(a, b);
        Assert.Equal(2, started);
    }

    [Fact]
    public async Task Who_leaves_ends_it_for_nobody_else()
    {
        using var leaving = new CancellationTokenSource();
        var first = Join("a").WaitAsync(leaving.Token);
        var second = Join("a");
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        end.SetResult("done");
        Assert.Equal("done", await second);
        Assert.Equal(1, started);
    }

    [Fact]
    public async Task A_failure_is_everybodys_and_is_not_remembered()
    {
        var (first, second) = (Join("a"), Join("a"));
        end.SetException(new InvalidOperationException("broken"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        Assert.Equal("new", await flights.Join("a", () => Task.FromResult("new")));
    }

    [Fact]
    public async Task Nothing_of_the_first_callers_request_is_seen_in_it()
    {
        var request = new AsyncLocal<string> { Value = "the first caller's" };
        Assert.Equal("nobody's", await flights.Join("a", () => Task.FromResult(request.Value ?? "nobody's")));
    }

    private Task<string> Join(string key) => flights.Join(key, () =>
    {
        Interlocked.Increment(ref started);
        return end.Task;
    });
}
