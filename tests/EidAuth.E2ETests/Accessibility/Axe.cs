using System.Text.Json;
using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests.Accessibility;

/// <summary>axe-core, run in the page as it stands: the rules of WCAG 2.2 A and AA that a program can judge. It sees no text that is hard to understand.</summary>
internal static class Axe
{
    private static readonly string Source = Path.Combine(Repository.Root, "tests/EidAuth.E2ETests/Accessibility/node_modules/axe-core/axe.min.js");

    /// <summary>Fails with every serious or critical violation, its rule and where in the page it is; counts the lesser ones.</summary>
    public static async Task AssertNothingSeriousAsync(ChromiumTab tab, CancellationToken cancellation)
    {
        Require.OrSkip(File.Exists(Source), "axe-core is not installed: npm ci in tests/EidAuth.E2ETests/Accessibility");
        await tab.RunAsync(await File.ReadAllTextAsync(Source, cancellation));
        var answer = await tab.EvaluateAsync("""
            (await axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
              .violations.map(v => `${v.impact}: ${v.id}: ${v.help}: ${v.nodes.map(node => node.target.join(' ')).join(', ')}`)
            """);
        var violations = JsonSerializer.Deserialize<string[]>(answer)!;
        var serious = violations.Where(violation => violation.StartsWith("serious", StringComparison.Ordinal) || violation.StartsWith("critical", StringComparison.Ordinal)).ToArray();
        PageFigures.Judged(serious.Length, violations.Length - serious.Length);
        foreach (var lesser in violations.Except(serious))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{await tab.AddressAsync()}: {lesser}");
        }

        Assert.True(serious.Length == 0, $"{await tab.AddressAsync()} has {string.Join('\n', serious)}");
    }
}
