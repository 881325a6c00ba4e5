using EidAuth.AspNetCore.Transport;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Transport;

/// <summary>The time a login has.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class LoginBudgetTests
{
    private readonly ManualTimeProvider clock = new();

    [Theory]
    [InlineData(4, 3)]
    [InlineData(10, 3)]
    [InlineData(2, 1.5)]
    public void One_try_takes_three_seconds_or_three_quarters(double total, double perTry)
    {
        using var budget = new LoginBudget(clock, TimeSpan.FromSeconds(total));
        Assert.Equal(TimeSpan.FromSeconds(perTry), budget.PerTry);
    }

    [Fact]
    public void It_runs_out_and_stays_so()
    {
        using var budget = new LoginBudget(clock, TimeSpan.FromSeconds(4));
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(1), budget.Remaining);
        Assert.False(budget.End.IsCancellationRequested);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, budget.Remaining);
        Assert.True(budget.End.IsCancellationRequested);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, budget.Remaining);
    }
}
