using EidAuth.Login;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>A case of the Belgian PKI's negative list: a scenario that is accepted, one change to it, and what comes of that.</summary>
/// <param name="Id">P, L, O, N or T with its number.</param>
/// <param name="Title">The defect in words.</param>
/// <param name="Scenario">The same input without the defect.</param>
/// <param name="Defect">The one change.</param>
/// <param name="Expected">The rejection; null where the list says that it is to be accepted.</param>
internal sealed record LoginCase(string Id, string Title, Func<LoginScenario> Scenario, Action<LoginScenario> Defect, LoginRejection? Expected)
{
    /// <summary>The scenario itself is accepted. False for the few that need another defect to begin with.</summary>
    public bool HasTwin { get; init; } = true;

    /// <summary>Runs the scenario with the defect.</summary>
    public void Check()
    {
        var scenario = Scenario();
        Defect(scenario);
        Assert.Equal(Expected, Outcome(scenario));
    }

    /// <summary>Runs it without.</summary>
    public void CheckTwin() => Assert.Null(Outcome(Scenario()));

    /// <summary>One row for each case, named as the list names it.</summary>
    public static IEnumerable<TheoryDataRow<int>> Rows(LoginCase[] cases) =>
        cases.Select((item, index) => new TheoryDataRow<int>(index) { TestDisplayName = $"{item.Id}: {item.Title}" });

    /// <summary>One row for each twin.</summary>
    public static IEnumerable<TheoryDataRow<int>> TwinRows(LoginCase[] cases) =>
        cases.Index().Where(item => item.Item.HasTwin)
            .Select(item => new TheoryDataRow<int>(item.Index) { TestDisplayName = $"{item.Item.Id}+: without that: {item.Item.Title}" });

    private static LoginRejection? Outcome(LoginScenario scenario) => scenario.Run() is LoginOutcome.Rejected rejected ? rejected.Reason : null;
}
