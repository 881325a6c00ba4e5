using Demo.Smoke;
using EidAuth.Belpic;
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

        // The diary was written, and holds none of it either.
        Assert.Contains("\"ending\":\"signed\"", await File.ReadAllTextAsync(Path.Combine(world.Folder, "agent", "diary.jsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // The search itself: one planted canary of each kind must be found.
        var logger = world.Log.CreateLogger("planted");
        foreach (var planted in canary.Canaries)
        {
            logger.Log(LogLevel.Information, default, planted, null, (canary, _) => Convert.ToBase64String([1, .. canary.Forms["UTF-8"], 2]));
            Assert.NotEmpty(CanarySearch.In(world.Log.Lines.Last(), [planted]));
        }

        output.WriteLine($"applet {applet}: {written.Count} lines searched for {canary.Canaries.Sum(secret => secret.Forms.Count)} patterns");
    }

    [Theory]
    [InlineData("1.8")]
    [InlineData("1.7")]
    public async Task Nor_does_what_was_given_of_the_card_or_the_secret_that_ends_the_session(string applet)
    {
        var drawn = CanaryCitizen.Draw(applet);
        using var ears = new Ears();
        await using var world = new RoadWorld(drawn.Citizen) { AsksEverything = true };
        await world.InitializeAsync();
        Canary[] canaries = [.. drawn.Canaries, .. OnTheCard(world)];
        using var browser = new LoopbackBrowser();

        var form = await world.SignAsync(browser, new Uri(world.Town, "eid"));
        var page = await browser.SubmitAsync(form, TestContext.Current.CancellationToken);
        Assert.Equal("/me", page.Address.PathAndQuery);
        world.Reader.Remove();
        await UntilLoggedAsync(world, "[1401]");
        Assert.NotEqual("/me", (await browser.GetAsync(new Uri(world.Town, "me"), TestContext.Current.CancellationToken)).Address.PathAndQuery);

        // All of it went through: the form carried the photo, and the agent's request the secret.
        var posted = form.Fields.Single(field => field.Key == "identity").Value;
        Assert.NotEmpty(CanarySearch.In(posted, [canaries.Single(canary => canary.Name == "photo")]));
        var written = world.Log.Lines.Concat(ears.Heard).ToList();
        var asked = Assert.Single(written, line => line.StartsWith("request GET", StringComparison.Ordinal) && line.Contains("/login?v=1", StringComparison.Ordinal));
        var end = Canary.Text("end", asked.Split("&end=")[1].Split('&', ' ')[0]);
        Assert.Contains(written, line => line.StartsWith("request POST", StringComparison.Ordinal) && line.Contains("/signin-eid/end", StringComparison.Ordinal));

        Assert.Empty(written.SelectMany(line => CanarySearch.In(line, canaries).Select(find => $"{find}: {line}")));
        Assert.Empty(written.Where(line => line != asked).SelectMany(line => CanarySearch.In(line, [end]).Select(find => $"{find}: {line}")));
        Assert.Empty(CanarySearch.InFolder(world.Folder, [.. canaries, end]));
        output.WriteLine($"applet {applet}: {written.Count} lines searched for {canaries.Append(end).Sum(secret => secret.Forms.Count)} patterns");
    }

    // From the card itself: its chip's number, and the middle of photo and signatures, where no two are alike.
    private static IEnumerable<Canary> OnTheCard(RoadWorld world)
    {
        using var session = BelpicSession.Open(world.Reader.Connect(world.Reader.Name));
        var content = session.ReadContent(CardParts.Identity | CardParts.Address | CardParts.Photo | CardParts.Proof);
        yield return Canary.Bytes("chip number", session.ChipNumber);
        yield return Canary.Bytes("photo", content.Photo!.Value.Slice(content.Photo.Value.Length / 2, 48));
    }

    private static async Task UntilLoggedAsync(RoadWorld world, string part)
    {
        for (var tries = 0; !world.Log.Lines.Any(line => line.Contains(part, StringComparison.Ordinal)); tries++)
        {
            Assert.True(tries < 1000, $"Not logged: {part}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
