using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

/// <summary>A question asked through one of the pinentry programs for windows, on a display of its own.</summary>
internal sealed class PinWindow : IAsyncDisposable
{
    /// <summary>A part of every title.</summary>
    public const string Title = "Belgian eID";

    private readonly SessionBus? bus;
    private readonly CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private PinWindow(VirtualDisplay display, SessionBus? bus, PinentryProgram program) => (Display, this.bus, Program) = (display, bus, program);

    public VirtualDisplay Display { get; }

    public PinentryProgram Program { get; }

    /// <summary>Prepares one.</summary>
    /// <param name="flavor">gtk-2, qt or gnome3.</param>
    public static async Task<PinWindow> PrepareAsync(string flavor)
    {
        Require.Programs($"pinentry-{flavor}");
        Require.OrSkip(flavor != "gnome3" || File.Exists("/usr/share/dbus-1/services/org.gnome.keyring.SystemPrompter.service"), "gcr, the dialog of pinentry-gnome3, is not installed");
        var display = await VirtualDisplay.StartDesktopAsync();
        var bus = flavor == "gnome3" ? await SessionBus.StartAsync(display) : null;
        return new PinWindow(display, bus, new PinentryProgram(Require.Program($"pinentry-{flavor}")!, Display: display.Name, SessionBus: bus?.Address));
    }

    public Task<PinEntry> AskAsync(PinQuestion? question = null, PromptTimes? times = null) =>
        new PinentryPrompt(Program, TimeProvider.System, times).AskAsync(question ?? FakePinentry.Question(), cancel.Token);

    public Task CancelAsync() => cancel.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        await cancel.CancelAsync();
        if (bus is not null)
        {
            await bus.DisposeAsync();
        }

        await Display.DisposeAsync();
        cancel.Dispose();
    }
}
