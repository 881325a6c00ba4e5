using Demo.Smoke;
using EidAuth.IntegrationTests.Road;
using EidAuth.Testing;
using EidAuth.Testing.Canaries;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.IntegrationTests.Canaries;

/// <summary>A citizen drawn for this run logs in, mistypes, is attacked; then everything that was written is searched for what is theirs.</summary>
[Trait("Group", TestGroup.FirstLogin)]
[Collection(nameof(Ears))]
public sealed class WholeRoadTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("1.8")]
    [InlineData("1.7")]
    public async Task Nothing_of_the_citizen_reaches_logs_console_traces_metrics_addresses_or_files(string applet)
    {
        var canary = CanaryCitizen.Draw(applet);
        using var ears = new Ears();
        await using var world = new RoadWorld(canary.Citizen);
        await world.InitializeAsync();

        var page = await world.LogInAsync(wrongPins: "0000");
        foreach (var attack in AttackList.All.Values)
        {
            await attack(world);
        }

        // They are where they belong: the road was really walked.
        Assert.Equal("/me", page.Address.PathAndQuery);
        var written = world.Log.Lines.Concat(ears.Heard).ToList();
        Assert.Contains(written, line => line.StartsWith("request POST", StringComparison.Ordinal) && line.Contains("/ocsp/", StringComparison.Ordinal));
        Assert.Contains(written, line => line.StartsWith("request GET", StringComparison.Ordinal) && line.Contains("/login?v=1", StringComparison.Ordinal));
        Assert.Contains(written, line => line.StartsWith("metric", StringComparison.Ordinal));
        Assert.Contains(written, line => line.StartsWith("trace", StringComparison.Ordinal));

        Assert.Empty(written.SelectMany(line => CanarySearch.In(line, canary.Canaries).Select(find => $"{find}: {line}")));
        Assert.Empty(CanarySearch.InFolder(world.Folder, canary.Canaries));

        // The search itself: one planted canary of each kind must be found.
        var logger = world.Log.CreateLogger("planted");
        foreach (var planted in canary.Canaries)
        {
            logger.Log(LogLevel.Information, default, planted, null, (canary, _) => Convert.ToBase64String([1, .. canary.Forms["UTF-8"], 2]));
            Assert.NotEmpty(CanarySearch.In(world.Log.Lines.Last(), [planted]));
        }

        output.WriteLine($"applet {applet}: {written.Count} lines searched for {canary.Canaries.Sum(secret => secret.Forms.Count)} patterns");
    }
}
