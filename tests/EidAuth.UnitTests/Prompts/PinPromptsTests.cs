using EidAgent.Prompts;
using EidAgent.Prompts.MacNotifications;
using EidAgent.Prompts.WindowsCredentials;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Prompts;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class PinPromptsTests
{
    private static readonly string[] Everything =
        ["/usr/bin/pinentry-gtk-2", "/usr/bin/pinentry-curses", "/usr/bin/pinentry-gnome3", "/usr/bin/pinentry-qt", "/opt/pinentry-gtk-2", "bin/pinentry-qt"];

    [Fact]
    public void A_desktop_gets_a_window()
    {
        var here = Here(["DISPLAY=:7", "PATH=/opt:/usr/bin"], "/dev/pts/3", "/usr/bin/pinentry-gtk-2", "/opt/pinentry-gtk-2", "/usr/bin/pinentry-curses");

        Assert.Equal(new PinentryProgram("/opt/pinentry-gtk-2", Display: ":7"), Best(here, null));
    }

    [Fact]
    public void Wayland_alone_is_a_desktop_too() =>
        Assert.Equal(
            new PinentryProgram("/usr/bin/pinentry-qt"), Best(Here(["WAYLAND_DISPLAY=wayland-0", "PATH=/usr/bin"], null, Everything), null));

    [Fact]
    public void Gnome_gets_the_dialog_of_its_own_shell()
    {
        string[] gnome = ["DISPLAY=:0", "PATH=/usr/bin", "XDG_CURRENT_DESKTOP=ubuntu:GNOME"];

        Assert.Equal("/usr/bin/pinentry-gnome3", Best(Here([.. gnome, "DBUS_SESSION_BUS_ADDRESS=unix:path=/run/bus"], null, Everything), null)?.Path);
        Assert.Equal("/usr/bin/pinentry-qt", Best(Here(gnome, null, Everything), null)?.Path);
    }

    [Fact]
    public void A_terminal_gets_a_screen() =>
        Assert.Equal(
            new PinentryProgram("/usr/bin/pinentry-curses", "/dev/pts/3", "xterm"),
            Best(Here(["PATH=/usr/bin", "TERM=xterm"], "/dev/pts/3", Everything), null));

    [Fact]
    public void A_relative_folder_of_the_path_is_skipped() =>
        Assert.Equal("/usr/bin/pinentry-gtk-2", Best(Here(["DISPLAY=:0", "PATH=bin:.:/usr/bin"], null, "/usr/bin/pinentry-gtk-2", "bin/pinentry-qt"), null)?.Path);

    [Fact]
    public void A_named_program_goes_before_all_others()
    {
        var here = Here(["DISPLAY=:0", "PATH=/usr/bin"], null, [.. Everything, "/opt/mine"]);

        Assert.Equal(new PinentryProgram("/opt/mine", Display: ":0"), Best(here, "/opt/mine"));
    }

    [Theory]
    [InlineData("DISPLAY=:0")]
    [InlineData("TERM=xterm")]
    public void What_opens_ends_with_the_agent_where_there_is_a_setpriv(string desktop)
    {
        string[] variables = [desktop, "PATH=sbin:/usr/bin"];

        Assert.Equal("/usr/bin/setpriv", Best(Here(variables, "/dev/pts/3", [.. Everything, "sbin/setpriv", "/usr/bin/setpriv"]), null)?.Setpriv);
        Assert.Null(Best(Here(variables, "/dev/pts/3", [.. Everything, "sbin/setpriv"]), null)?.Setpriv);
        Assert.Null(Best(Here(variables, "/dev/pts/3", [.. Everything, "/usr/bin/setpriv"]) with { System = PromptSystem.MacOs }, null)?.Setpriv);
    }

    [Fact]
    public void What_may_not_work_has_others_behind_it_and_the_terminal_itself_last()
    {
        var here = Here(["DISPLAY=:0", "PATH=/usr/bin", "TERM=xterm", "DBUS_SESSION_BUS_ADDRESS=unix:path=/run/bus"], "/dev/pts/3", Everything);

        var places = PinPrompts.For(here, null, TimeProvider.System).Places;

        Assert.Equal(
            ["/usr/bin/pinentry-qt", "/usr/bin/pinentry-gtk-2", "/usr/bin/pinentry-gnome3", "/usr/bin/pinentry-curses"],
            places.OfType<PinentryPrompt>().Select(place => place.Program.Path));
        Assert.IsType<TerminalPrompt>(places[^1]);
        Assert.Equal(5, places.Count);
    }

    [Fact]
    public void Without_a_pinentry_the_terminal_itself_is_used() =>
        Assert.IsType<TerminalPrompt>(Assert.Single(PinPrompts.For(Here(["DISPLAY=:0", "PATH=/usr/bin"], "/dev/pts/3"), null, TimeProvider.System).Places));

    [Fact]
    public void Windows_and_macos_have_dialogs_of_their_own()
    {
        var windows = Here(["PATH=C:\\Windows"], null) with { System = PromptSystem.Windows };
        var mac = Here(["PATH=/usr/bin:/opt/homebrew/bin"], "/dev/ttys001", "/opt/homebrew/bin/pinentry-mac") with { System = PromptSystem.MacOs };

        Assert.IsType<WindowsCredentialPrompt>(Assert.Single(PinPrompts.For(windows, null, TimeProvider.System).Places));
        Assert.Collection(
            PinPrompts.For(mac, null, TimeProvider.System).Places,
            first => Assert.Equal("/opt/homebrew/bin/pinentry-mac", Assert.IsType<PinentryPrompt>(first).Program.Path),
            second => Assert.IsType<MacNotificationPrompt>(second));
    }

    [Fact]
    public async Task Without_desktop_and_terminal_there_is_no_entry()
    {
        var prompt = PinPrompts.For(Here(["PATH=/usr/bin"], null, Everything), null, TimeProvider.System);
        _ = EidAuth.Login.Origin.TryParse("https://a.example", out var origin);

        using var entry = await prompt.AskAsync(new PinQuestion(origin!, "en", 3, false), TestContext.Current.CancellationToken);

        Assert.Equal(PinEntryOutcome.Unavailable, entry.Outcome);
        Assert.True(entry.Digits.IsEmpty);
    }

    private static PinentryProgram? Best(PromptSurroundings here, string? pinentry) => PinPrompts.Programs(here, pinentry) is [var best, ..] ? best : null;

    private static PromptSurroundings Here(string[] variables, string? terminal, params string[] files) =>
        new(name => variables.FirstOrDefault(set => set.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..], terminal, files.Contains);
}
