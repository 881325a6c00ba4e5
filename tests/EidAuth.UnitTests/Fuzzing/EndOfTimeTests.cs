using EidAuth.Pki;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Fuzzing;

/// <summary>Times of lists at the end of the calendar: grace and skew can still be added.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class EndOfTimeTests
{
    private static readonly DateTimeOffset Last = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_list_dated_in_the_last_second_counts_until_a_time_that_can_be_added_to(bool isIssuer)
    {
        var store = new CrlStore();

        Assert.Equal(new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero), store.CountsUntil(new CrlEvidence(Last, Last, null, false, false), isIssuer));
    }

    [Fact]
    public void A_list_counts_until_its_end_or_its_greatest_age()
    {
        var store = new CrlStore();
        var monday = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        DateTimeOffset Until(double days) => store.CountsUntil(new CrlEvidence(monday, monday.AddDays(days), null, false, false), isIssuer: false);

        Assert.Equal(monday.AddDays(3), Until(3));
        Assert.Equal(monday.AddDays(7), Until(30));
    }
}
