using System.Text.Json;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;

namespace Demo.Smoke;

/// <summary>One whole login without a browser: town page, agent page, card, keypad, token, claims. Prints one JSON object on standard output.</summary>
internal static class SmokeRun
{
    private const int LoggedIn = 0;
    private const int Failed = 1;
    private const int Rejected = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string citizenId, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        if (!Citizen.All.TryGetValue(citizenId, out var citizen))
        {
            await error.WriteLineAsync($"citizen: there is no {citizenId}; there are {string.Join(", ", Citizen.All.Keys.Order())}");
            return Failed;
        }

        // Standard output holds the one JSON object and nothing else: what the hosts log goes to standard error.
        Console.SetOut(error);
        var folder = Directory.CreateTempSubdirectory("eidauth-smoke-");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await using var world = await DemoWorld.StartAsync(DemoPorts.Free(), Path.Combine(folder.FullName, "town.db"), patience.Token);
            using var browser = new LoopbackBrowser();
            var end = await LogInAsync(world, browser, citizen, patience.Token);
            var (exit, result) = Result(end);
            await output.WriteLineAsync(JsonSerializer.Serialize(result, Readable));
            return exit;
        }
        catch (SmokeFailure failure)
        {
            await error.WriteLineAsync(failure.Message);
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            await error.WriteLineAsync($"network: {broken.Message}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await error.WriteLineAsync($"time: no end within {Patience.TotalSeconds} s");
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return Failed;
    }

    private static async Task<Page> LogInAsync(DemoWorld world, LoopbackBrowser browser, Citizen citizen, CancellationToken cancellation)
    {
        world.Reader.Insert(world.Cards[citizen.Id].Value);
        var end = await AskAsync(world, browser, citizen, cancellation);

        // No site gets a card's last try: its holder first shows on the agent's own page that the PIN is known, and then logs in.
        if (end.Link("check-pin") is { } check)
        {
            await CheckPinAsync(world, browser, check, citizen, cancellation);
            end = await AskAsync(world, browser, citizen, cancellation);
        }

        var back = end.FormTo("/signin-eid")!;
        if (back.Fields.FirstOrDefault(field => field.Key == "error") is { Value: not null } error)
        {
            throw new SmokeFailure("agent", $"ended with {error.Value}");
        }

        var page = await browser.SubmitAsync(back, cancellation);
        if (page.Address.AbsolutePath == "/login")
        {
            return page;
        }

        // The town's accounts are new, so this card makes one: by the person's own click.
        var make = page.FormTo("/card") ?? throw new SmokeFailure("town", $"no page that makes an account of the card (HTTP {(int)page.Status} at {page.Address.AbsolutePath})");
        await browser.SubmitAsync(make, cancellation);
        return await browser.GetAsync(new Uri(world.TownAddress, "/me/claims"), cancellation);
    }

    // From the town's login page to the agent's page that leads back, whatever it says.
    private static async Task<Page> AskAsync(DemoWorld world, LoopbackBrowser browser, Citizen citizen, CancellationToken cancellation)
    {
        var loginPage = await browser.GetAsync(new Uri(world.TownAddress, "/login"), cancellation);
        var link = loginPage.Link("eid-login") ?? throw new SmokeFailure("town", $"no eID link on its login page (HTTP {(int)loginPage.Status})");
        var consent = await browser.GetAsync(link, cancellation);
        while (consent.FormTo("/stop-other") is not null)
        {
            // What was before is just letting go of the reader.
            await Task.Delay(100, cancellation);
            consent = await browser.GetAsync(consent.Address, cancellation);
        }

        var yes = consent.FormTo("/continue") ?? throw new SmokeFailure("agent", $"no consent page (HTTP {(int)consent.Status})");
        return await UntilAsync(world, browser, citizen, await browser.SubmitAsync(yes, cancellation), page => page.FormTo("/signin-eid") is not null, cancellation);
    }

    private static async Task CheckPinAsync(DemoWorld world, LoopbackBrowser browser, Uri address, Citizen citizen, CancellationToken cancellation)
    {
        var start = (await browser.GetAsync(address, cancellation)).FormTo("/pin/start") ?? throw new SmokeFailure("agent", "no button that checks the PIN");
        var steps = await UntilAsync(world, browser, citizen, await browser.SubmitAsync(start, cancellation), page => page.FormTo("/last-try") is not null, cancellation);
        steps = await browser.SubmitAsync(steps.FormTo("/last-try")!, cancellation);
        await UntilAsync(world, browser, citizen, steps, page => page.Html.Contains("data-ending=\"pin_right\"", StringComparison.Ordinal), cancellation);
    }

    // Types the PIN when the reader asks on the way.
    private static async Task<Page> UntilAsync(
        DemoWorld world, LoopbackBrowser browser, Citizen citizen, Page page, Func<Page, bool> arrived, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var typing = TypePinAsync(world.Reader, citizen.Pin, over.Token);
        while (!arrived(page))
        {
            if (page.Html.Contains("data-ending=", StringComparison.Ordinal))
            {
                throw new SmokeFailure("agent", "it ended before it should");
            }

            await Task.Delay(100, cancellation);
            page = await browser.GetAsync(page.Address, cancellation);
        }

        await over.CancelAsync();
        await typing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return page;
    }

    /// <summary>Waits until the reader asks, then presses the keys as a person would.</summary>
    private static async Task TypePinAsync(SimulatedReader reader, string pin, CancellationToken cancellation)
    {
        var panel = reader.Panel;
        while (!panel.KeypadWaits)
        {
            panel = await reader.WaitForPanelAsync(panel, cancellation);
        }

        foreach (var digit in pin)
        {
            reader.Press(KeypadKey.D0 + (digit - '0'));
        }

        reader.Press(KeypadKey.Ok);
    }

    private static (int Exit, object Result) Result(Page page)
    {
        if (page.Address.AbsolutePath == "/me/claims")
        {
            return (LoggedIn, new { outcome = "LoggedIn", claims = JsonDocument.Parse(page.Html).RootElement });
        }

        var code = page.Query("eid") ?? throw new SmokeFailure("town", $"neither logged in nor refused (HTTP {(int)page.Status} at {page.Address.AbsolutePath})");
        return (Rejected, new { outcome = "Rejected", code = string.Concat(code.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])) });
    }
}
