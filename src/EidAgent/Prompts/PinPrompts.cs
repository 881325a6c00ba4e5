namespace EidAgent.Prompts;

/// <summary>Chooses where a PIN is typed when the reader has no keypad.</summary>
public static class PinPrompts
{
    // -gnome3 talks to the desktop's own dialog over D-Bus and, without one, falls back to a terminal: only where it belongs, or last.
    private static readonly string[] Windows = ["pinentry-qt", "pinentry-qt6", "pinentry-qt5", "pinentry-gtk-2", "pinentry-gtk", "pinentry-mac"];

    /// <summary>
    /// A window where there is a desktop, else the terminal of standard input, else a prompt that is <see cref="PinEntryOutcome.Unavailable"/>.
    /// </summary>
    /// <param name="pinentry">The absolute path of a pinentry to use rather than the one found on PATH.</param>
    /// <param name="clock">For time-outs; the system's when null.</param>
    public static IPinPrompt ForThisMachine(string? pinentry = null, TimeProvider? clock = null) =>
        For(PromptSurroundings.OfThisProcess(), pinentry, clock ?? TimeProvider.System);

    internal static IPinPrompt For(PromptSurroundings here, string? pinentry, TimeProvider clock)
    {
        if (Program(here, pinentry) is { } program)
        {
            return new PinentryPrompt(program, clock);
        }

        return here.Terminal is null ? new UnavailablePrompt() : new TerminalPrompt(clock);
    }

    internal static PinentryProgram? Program(PromptSurroundings here, string? pinentry)
    {
        var display = here.Variable("DISPLAY");
        var desktop = display is not null || here.Variable("WAYLAND_DISPLAY") is not null || OperatingSystem.IsMacOS();
        var terminalType = here.Variable("TERM") ?? "vt100";
        if (pinentry is not null)
        {
            return here.Exists(pinentry) ? new PinentryProgram(pinentry, here.Terminal, here.Terminal is null ? null : terminalType, display) : null;
        }

        if (desktop && Find(here, InOrder(here)) is { } window)
        {
            return new PinentryProgram(window, Display: display);
        }

        return here.Terminal is not null && Find(here, ["pinentry-curses"]) is { } screen ? new PinentryProgram(screen, here.Terminal, terminalType) : null;
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
    private static string? Find(PromptSurroundings here, IEnumerable<string> names)
    {
        var folders = (here.Variable("PATH") ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified).ToArray();
        return names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(here.Exists);
    }
}
