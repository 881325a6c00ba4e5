using EidAuth.E2ETests.Browsers;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>One person: a browser with cookies of its own, and the reader on the desk. Does what a person does, step by step.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly ChromiumProfile profile;
    private readonly CancellationToken cancellation;
    private readonly int logged;

    private Visitor(LoginWorld world, ChromiumProfile profile, ChromiumTab tab, ReaderTab reader, CancellationToken cancellation)
    {
        (World, this.profile, Tab, Reader, this.cancellation) = (world, profile, tab, reader, cancellation);
        logged = world.Log.Lines.Count;
    }

    public LoginWorld World { get; }

    public ChromiumTab Tab { get; }

    public TownBooks Books => new(World.TownServices);

    public ReaderTab Reader { get; }

    public static async Task<Visitor> ArriveAsync(LoginWorld world, string language, CancellationToken cancellation)
    {
        var profile = await ((ChromiumBrowser)world.Browser).OpenProfileAsync(language);
        var tab = await profile.OpenTabAsync();
        var readerTab = await profile.OpenTabAsync();
        await readerTab.GoToAsync(world.ReaderAddress);
        return new Visitor(world, profile, tab, new ReaderTab(readerTab, cancellation), cancellation);
    }

    /// <summary>One more tab of the same browser.</summary>
    public Task<ChromiumTab> OpenTabAsync() => profile.OpenTabAsync();

    /// <summary>A page of the town, by its path.</summary>
    public Task GoToAsync(string path) => Tab.GoToAsync(World.Town + path);

    public Task WaitForAsync(string selector) => Tab.WaitForAsync(selector, cancellation);

    /// <summary>Logs in with a user name and its password.</summary>
    public async Task LogInWithPasswordAsync(string userName, string password = TownBooks.Password)
    {
        await GoToAsync("/login");
        await Tab.FillAsync("#user", userName);
        await Tab.FillAsync("#password", password);
        await Tab.ClickAsync("#password-login button");
        await WaitForAsync("#logout");
    }

    /// <summary>From the login page to where a proven card leads: a session, or the page that names its holder.</summary>
    public async Task LogInWithCardAsync(string citizen)
    {
        await GoToAsync("/login");
        await Tab.ClickAsync("#eid-login");
        await ProveAsync(citizen);
        await Tab.WaitForAddressAsync(World.Town, cancellation);
    }

    /// <summary>The same, and an account is made where the card has none yet.</summary>
    public async Task EnterWithCardAsync(string citizen)
    {
        await LogInWithCardAsync(citizen);
        await WaitForAsync("#make-account button, #how");
        if (await HasAsync("#make-account button"))
        {
            await Tab.ClickAsync("#make-account button");
            await WaitForAsync("#how");
        }
    }

    /// <summary>Logged in with a password: asks on the security page for the card to be linked, and proves it. The page that names its holder is next.</summary>
    public async Task AskForLinkAsync(string citizen)
    {
        await GoToAsync("/me/security");
        await Tab.ClickAsync("#link button");
        await ProveAsync(citizen);
        await Tab.WaitForAddressAsync(World.Town + "/card", cancellation);
    }

    /// <summary>The same to its end.</summary>
    public async Task LinkAsync(string citizen)
    {
        await AskForLinkAsync(citizen);
        await Tab.ClickAsync("#confirm-link button");
        await WaitForAsync("#card-linked");
    }

    public async Task LogOutAsync()
    {
        await Tab.ClickAsync("#logout button");
        await Tab.WaitForAddressAsync("bye", cancellation);
    }

    /// <summary>Waits until agent or town have logged such a line since this visit began.</summary>
    public async Task WaitForLogAsync(string part)
    {
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        while (!World.Log.Lines.Skip(logged).Any(line => line.Contains(part, StringComparison.Ordinal)))
        {
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30), $"Nothing logged \"{part}\".");
            await Task.Delay(50, cancellation);
        }
    }

    /// <summary>The text of one element, without the white space around it.</summary>
    public async Task<string> TextOfAsync(string selector) =>
        System.Text.Json.JsonSerializer.Deserialize<string>(await Tab.EvaluateAsync($"document.querySelector(\"{selector}\").innerText.trim()"))!;

    /// <summary>Whether the page has such an element.</summary>
    public async Task<bool> HasAsync(string selector) => await Tab.EvaluateAsync($"!!document.querySelector(\"{selector}\")") == "true";

    /// <summary>On the agent's page, with the card in the reader: ticks these fields, consents and types the PIN on the keypad.</summary>
    public async Task ProveAsync(string citizen, params string[] give)
    {
        await WaitForAsync("#continue");
        await HoldAsync(citizen);
        foreach (var field in give)
        {
            await Tab.ClickAsync("#give-" + field);
        }

        await Tab.ClickAsync("#continue");
        await Reader.TypePinAsync("1234");
    }

    /// <summary>Sees to it that this card, and no other, is in the reader.</summary>
    public async Task HoldAsync(string citizen)
    {
        if (World.Reader.Card?.Id == citizen)
        {
            return;
        }

        await LetGoAsync();
        await Reader.InsertAsync(citizen);
    }

    /// <summary>Pulls the card, if there is one.</summary>
    public async Task LetGoAsync()
    {
        if (World.Reader.Card is not null)
        {
            await Reader.PullAsync();
            await Reader.Tab.WaitForAsync("#slot[data-empty=true]", cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Shown where the test failed.
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', World.Log.Lines.Skip(logged)));
        World.Reader.Remove();
        await profile.DisposeAsync();
    }
}
