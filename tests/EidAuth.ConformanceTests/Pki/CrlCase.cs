using EidAuth.Pki;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>A case of the list about CRLs: a scenario in which the certificate is not listed, one change to it, and what comes of that.</summary>
/// <param name="Id">C with its number.</param>
/// <param name="Title">The change in words.</param>
/// <param name="Scenario">The same input without it.</param>
/// <param name="Change">The one change.</param>
/// <param name="Status">What the list then says; undecided where it is refused.</param>
/// <param name="Defect">Why it is refused.</param>
internal sealed record CrlCase(string Id, string Title, Func<CrlScenario> Scenario, Action<CrlScenario> Change, CrlStatus Status, CrlDefect? Defect)
{
    public static CrlCase Refused(string id, string title, Func<CrlScenario> scenario, Action<CrlScenario> change, CrlDefect defect) =>
        new(id, title, scenario, change, CrlStatus.Undecided, defect);

    public static CrlCase Says(string id, string title, Func<CrlScenario> scenario, Action<CrlScenario> change, CrlStatus status) =>
        new(id, title, scenario, change, status, null);

    /// <summary>Runs the scenario with the change.</summary>
    public void Check()
    {
        var scenario = Scenario();
        Change(scenario);

        var verdict = scenario.Run();

        Assert.Equal((Status, Defect), (verdict.Status, verdict.Defect));
    }

    /// <summary>Runs it without.</summary>
    public void CheckTwin()
    {
        var verdict = Scenario().Run();

        Assert.Equal((CrlStatus.NotListed, null), (verdict.Status, verdict.Defect));
        Assert.Null(verdict.Rejection(isIssuer: false));
    }
}
