using EidAuth.Pki;
using Xunit;

namespace EidAuth.ConformanceTests.Paths;

/// <summary>A path that holds, one change to it, and what comes of that.</summary>
/// <param name="Title">The change in words.</param>
/// <param name="Change">The change.</param>
/// <param name="Expected">The defect; null where the path still holds.</param>
internal sealed record PathCase(string Title, Action<PathScenario> Change, PathDefect? Expected)
{
    /// <summary>Why <c>openssl verify</c>, and X509Chain which is built on it here, come to another answer; null where they agree.</summary>
    public string? OthersDiffer { get; init; }

    public static IEnumerable<TheoryDataRow<int>> Rows(IEnumerable<PathCase> cases) =>
        cases.Select((item, index) => new TheoryDataRow<int>(index) { TestDisplayName = $"path: {item.Title}" });

    public PathScenario Make()
    {
        var scenario = new PathScenario();
        Change(scenario);
        return scenario;
    }
}
