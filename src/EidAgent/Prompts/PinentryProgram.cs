namespace EidAgent.Prompts;

/// <summary>A pinentry on this machine.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Terminal">The terminal it draws on, for example /dev/pts/3; null for a program that opens a window.</param>
/// <param name="TerminalType">The terminal's TERM.</param>
/// <param name="Display">The X display of its window, for example :0; null under pure Wayland.</param>
/// <param name="SessionBus">The address of the desktop's D-Bus, on which -gnome3 finds the dialog it shows.</param>
/// <param name="Setpriv">The absolute path of <c>setpriv</c>, which has the kernel end the program with us; null where there is none.</param>
internal sealed record PinentryProgram(string Path, string? Terminal = null, string? TerminalType = null, string? Display = null, string? SessionBus = null, string? Setpriv = null);
