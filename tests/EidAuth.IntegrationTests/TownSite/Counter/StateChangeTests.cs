using EidAuth.Testing;
using TownSite.Counter.Requests;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

[Trait("Group", TestGroup.Town)]
public sealed class StateChangeTests
{
    [Fact]
    public void These_are_all_the_changes_there_are()
    {
        var states = Enum.GetValues<RequestState>();
        var allowed = states.SelectMany(from => states.Where(to => StateChange.OfficerMay(from, to)).Select(to => $"{from} {to}"));

        Assert.Equal(["Submitted InProgress", "InProgress Ready", "InProgress Refused"], allowed);
        Assert.Equal([RequestState.Ready, RequestState.Refused], StateChange.OfficerFrom(RequestState.InProgress));
        Assert.Equal([RequestState.Submitted], states.Where(StateChange.CitizenMayWithdraw));
        Assert.Equal([RequestState.Refused], states.Where(StateChange.NeedsNote));
    }

    [Fact]
    public void A_reference_is_easy_to_read_aloud_and_never_the_same()
    {
        var references = Enumerable.Range(0, 1000).Select(_ => RequestReference.New()).ToList();

        Assert.All(references, reference => Assert.Matches("^[2-9A-HJ-NP-TV-Z]{4}-[2-9A-HJ-NP-TV-Z]{4}-[2-9A-HJ-NP-TV-Z]{4}$", reference));
        Assert.Distinct(references);
    }
}
