using System.Security.Cryptography.X509Certificates;
using EidAuth.Benchmarks.Validation;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Speed;

/// <summary>What of <c>benchmarks -- gate validation</c> does not hang on the machine: memory, and that no platform chain is built. Nothing is timed here.</summary>
[Trait("Group", TestGroup.Trust)]
[Collection(nameof(AloneWithAllocations))]
public sealed class ValidationGateTests
{
    [Theory]
    [InlineData("ES384", false, 8192)]
    [InlineData("ES384", true, 8192)]
    [InlineData("RS256", false, 2048)]
    [InlineData("RS256", true, 2048)]
    public void A_validation_allocates_no_more_than_its_budget(string algorithm, bool isCached, int budget)
    {
        var site = new MeasuredSite(new MeasuredPki(algorithm == "ES384" ? MeasuredKeys.Es384() : MeasuredKeys.Rs256(authorityLength: 2048)), 24);

        var allocations = Allocations.Measure(site, new ValidationFloor(site), isCached);

        var name = $"validation, {algorithm}, {(isCached ? "answer held" : "answer judged")}, allocated";
        Figures.Add(name, allocations.Whole, "bytes");
        Figures.Add($"{name} by the platform alone", allocations.Platform, "bytes");
        Assert.InRange(allocations.Whole, allocations.Platform, budget);

        // The phases are the whole, so that a table of them hides nothing.
        Assert.InRange(allocations.Phases.Sum(phase => phase.Bytes), allocations.Whole - 64, allocations.Whole + 64);
    }

    [Fact]
    public void Nothing_that_validates_names_the_platform_s_chain()
    {
        Assert.Equal(0, ChainReferences.Count(typeof(LoginVerifier).Assembly));
        Assert.Equal(0, ChainReferences.Count(typeof(EidAuth.AspNetCore.BelgianEidOptions).Assembly));

        // It finds one that is there: this line's.
        Assert.Equal("X509Chain", nameof(X509Chain));
        using var chain = new X509Chain();
        Assert.NotEqual(0, ChainReferences.Count(typeof(ValidationGateTests).Assembly));
    }

    [Theory]
    [InlineData(1.10, false)]
    [InlineData(1.11, true)]
    public void A_figure_above_what_it_may_be_at_most_is_over(double value, bool isOver) =>
        Assert.Equal(isOver, new ValidationFigure("ratio", value, "×") { AtMost = 1.10 }.IsOver);

    [Theory]
    [InlineData(1.85, false)]
    [InlineData(1.84, true)]
    public void A_figure_below_what_it_must_be_at_least_is_over(double value, bool isOver) =>
        Assert.Equal(isOver, new ValidationFigure("threads", value, "×") { AtLeast = 1.85 }.IsOver);

    [Fact]
    public void A_figure_without_budget_is_never_over() => Assert.False(new ValidationFigure("bytes", 1_000_000, "B").IsOver);

    [Theory]
    [InlineData(2.0, 1.85)]
    [InlineData(2.2, 1.85)]
    [InlineData(1.0, 0.925)]
    public void Two_threads_must_do_as_much_more_as_the_floor_s_two_do(double floor, double budget) =>
        Assert.Equal(budget, TwoThreads.BudgetBeside(floor), 6);
}
