using System.Globalization;
using EidAuth.E2ETests.Browsers;
using EidAuth.E2ETests.Display;
using EidAuth.E2ETests.Town;
using EidAuth.Testing.Logging;
using EidAuth.Testing.Net;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.E2ETests;

/// <summary>
/// Everything real but the card: the agent as a process of its own on pcscd, cards that a simulator process inserts into its virtual reader, a display on which
/// the agent opens its PIN window, and the town in front of a browser.
/// </summary>
internal sealed class PcscWorld : IAsyncDisposable
{
    private const string PinWindow = "pinentry";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationToken cancellation;
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("eidauth-agent-");
    private readonly List<IAsyncDisposable> parts = [];
    private RunningPki pki = null!;

    private PcscWorld(CancellationToken cancellation) => this.cancellation = cancellation;

    internal KeptLog TownLog { get; } = new();

    internal PrivatePcscd Pcscd { get; private set; } = null!;

    internal VirtualDisplay Display { get; private set; } = null!;

    internal TestProcess Agent { get; private set; } = null!;

    internal OpenTown Town { get; private set; } = null!;

    internal IBrowser Browser { get; private set; } = null!;

    /// <summary>How many VERIFY commands with a PIN in them went over the wire, of whatever program. The empty one only asks for the tries left.</summary>
    internal int Verifies => Pcscd.Log.Split('\n').Count(line => line.Contains("APDU: 00 20 00 01 08 ", StringComparison.Ordinal));

    /// <summary>How many commands went over the wire.</summary>
    internal int Apdus => Pcscd.Log.Split('\n').Count(line => line.Contains("APDU: ", StringComparison.Ordinal));

    internal static async Task<PcscWorld> StartAsync(CancellationToken cancellation)
    {
        Require.Programs("pinentry-gtk-2", "opensc-tool");
        var world = new PcscWorld(cancellation);
        try
        {
            await world.StartPartsAsync();
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts a citizen's card into the reader; where one is in, it comes in as soon as that one goes.</summary>
    internal TestProcess Offer(string citizen) => Keep(Pcscd.Start(
        "dotnet",
        ["exec", Path.Combine(AppContext.BaseDirectory, "EidAuth.Simulator.dll"), "insert", citizen, "--pki", SharedPki.Folder, "--responder", pki.Address.AbsoluteUri]));

    internal async Task<TestProcess> InsertAsync(string citizen)
    {
        var card = Offer(citizen);
        await WaitForInsertedAsync(card, citizen);
        return card;
    }

    internal Task WaitForInsertedAsync(TestProcess card, string citizen) => card.WaitForLineAsync("inserted " + citizen, Patience, cancellation);

    internal Task<string> WaitForPinWindowAsync() => Display.WaitForWindowAsync(PinWindow, cancellation);

    internal Task WaitForNoPinWindowAsync() => Display.WaitForNoWindowAsync(PinWindow, cancellation);

    /// <summary>From the town's login page to the agent's steps.</summary>
    internal async Task<ITab> ConsentAsync()
    {
        var tab = await Browser.OpenTabAsync();
        await tab.GoToAsync(Town.Address + "/login");
        await tab.ClickAsync("#eid-login");
        await tab.WaitForAsync("#continue", cancellation);
        await tab.ClickAsync("#continue");
        return tab;
    }

    /// <summary>Tries left of the applet 1.7 card that is in: an empty VERIFY, which costs none.</summary>
    internal async Task<string> AskTriesLeftAsync()
    {
        var answer = await TestProcess.RunAsync("opensc-tool", ["--card-driver", "default", "--send-apdu", "00:20:00:01"], cancellation, Pcscd.Environment);
        return answer.All;
    }

    public async ValueTask DisposeAsync()
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{Agent?.StandardOutput}\n{Agent?.StandardError}\n{string.Join('\n', TownLog.Lines)}");
        foreach (var part in Enumerable.Reverse(parts))
        {
            await part.DisposeAsync();
        }

        home.Delete(recursive: true);
    }

    private async Task StartPartsAsync()
    {
        Pcscd = Keep(await PrivatePcscd.StartAsync(cancellation, apduLog: true));
        Display = Keep(await VirtualDisplay.StartAsync(cancellation));
        pki = Keep(await RunningPki.StartAsync(cancellation));
        var port = FreePort.Take();
        Agent = Keep(TestProcess.Start(
            "dotnet",
            ["exec", Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), "run",
                "--port", port.ToString(CultureInfo.InvariantCulture), "--test-anchors", pki.Pki.AnchorsFolder],
            new Dictionary<string, string?>(Pcscd.Environment.Concat(Display.Environment)) { ["HOME"] = home.FullName },
            home.FullName));
        await Agent.WaitForLineAsync("listens on", Patience, cancellation);
        Town = Keep(new OpenTown(onLocalhost: false, port, pki.Pki.AnchorsFolder, TownLog));
        await Town.StartAsync(cancellation);
        Browser = Keep(await E2ETests.Browsers.Browser.StartAsync(BrowserKind.Chromium, Town.ForBrowsers, cancellation));
    }

    private T Keep<T>(T part)
        where T : IAsyncDisposable
    {
        parts.Add(part);
        return part;
    }
}
