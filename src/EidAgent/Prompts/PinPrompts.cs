using EidAgent.Prompts.MacNotifications;
using EidAgent.Prompts.WindowsCredentials;

namespace EidAgent.Prompts;

/// <summary>Chooses where a PIN is typed when the reader has no keypad.</summary>
public static class PinPrompts
{
    // -gnome3 talks to the desktop's own dialog over D-Bus and, without one, falls back to a terminal: only where it belongs, or last.
    private static readonly string[] Windows = ["pinentry-qt", "pinentry-qt6", "pinentry-qt5", "pinentry-gtk-2", "pinentry-gtk", "pinentry-mac"];

    /// <summary>
    /// A window where there is a desktop, else the terminal of standard input, else <see cref="PinEntryOutcome.Unavailable"/>; what turns out not to work is passed over.
    /// </summary>
    /// <param name="pinentry">The absolute path of a pinentry to use rather than the one found on PATH.</param>
    /// <param name="clock">For time-outs; the system's when null.</param>
    public static IPinPrompt ForThisMachine(string? pinentry = null, TimeProvider? clock = null) =>
        For(PromptSurroundings.OfThisProcess(), pinentry, clock ?? TimeProvider.System);

    internal static FirstWorkingPrompt For(PromptSurroundings here, string? pinentry, TimeProvider clock)
    {
        var programs = Programs(here, pinentry).Select(program => new PinentryPrompt(program, clock)).ToArray();
        IPinPrompt[] own = here.System switch
        {
            PromptSystem.Windows => [new WindowsCredentialPrompt(new CredentialUi(), clock)],
            PromptSystem.MacOs => [new MacNotificationPrompt(new UserNotifications(), clock)],
            _ => [],
        };

        // A pinentry on those systems was installed on purpose, and says more than their dialogs can.
        IPinPrompt[] terminal = here is { System: PromptSystem.Linux, Terminal: not null } ? [new TerminalPrompt(clock)] : [];
        return new FirstWorkingPrompt([.. programs, .. own, .. terminal]);
    }

    /// <summary>The programs to try, best first: windows where there is a desktop, then a screen on the terminal.</summary>
    internal static IReadOnlyList<PinentryProgram> Programs(PromptSurroundings here, string? pinentry)
    {
        var (display, bus) = (here.Variable("DISPLAY"), here.Variable("DBUS_SESSION_BUS_ADDRESS"));
        var desktop = display is not null || here.Variable("WAYLAND_DISPLAY") is not null || here.System == PromptSystem.MacOs;
        var terminalType = here.Variable("TERM") ?? "vt100";
        var setpriv = here.System == PromptSystem.Linux ? Find(here, ["setpriv"]).FirstOrDefault() : null;
        if (pinentry is not null)
        {
            return here.Exists(pinentry) ? [new PinentryProgram(pinentry, here.Terminal, here.Terminal is null ? null : terminalType, display, bus, setpriv)] : [];
        }

        var windows = desktop ? Find(here, InOrder(here)).Select(window => new PinentryProgram(window, Display: display, SessionBus: bus, Setpriv: setpriv)) : [];
        var screens = here.Terminal is null ? [] : Find(here, ["pinentry-curses"]).Select(screen => new PinentryProgram(screen, here.Terminal, terminalType, Setpriv: setpriv));
        return [.. windows, .. screens];
    }

    private static string[] InOrder(PromptSurroundings here)
    {
        if (here.Variable("DBUS_SESSION_BUS_ADDRESS") is null)
        {
            return Windows;
        }

        var gnome = here.Variable("XDG_CURRENT_DESKTOP")?.Contains("GNOME", StringComparison.OrdinalIgnoreCase) == true;
        return gnome ? ["pinentry-gnome3", .. Windows] : [.. Windows, "pinentry-gnome3"];
    }

    // Relative entries of PATH are skipped: the folder the agent happens to stand in must not supply the PIN window.
    private static IEnumerable<string> Find(PromptSurroundings here, IEnumerable<string> names)
    {
        var folders = (here.Variable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified).ToArray();
        return names.Select(name => folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(here.Exists)).OfType<string>();
    }
}
