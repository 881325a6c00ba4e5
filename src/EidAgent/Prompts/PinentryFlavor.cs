using System.Text;

namespace EidAgent.Prompts;

/// <summary>What a pinentry says it is: the answer to <c>GETINFO flavor</c>, for example gtk2, qt, gnome3, curses; with <c>:curses</c> where it found no display.</summary>
internal readonly record struct PinentryFlavor(string Name)
{
    private const string WithoutDisplay = ":curses";

    /// <summary>Answers longer than this are no flavour.</summary>
    public const int MaximumLength = 32;

    /// <summary>A program for windows that has none to open and would draw on a terminal.</summary>
    public bool HasNoDisplay => Name.EndsWith(WithoutDisplay, StringComparison.Ordinal);

    /// <summary>
    /// Its SETTIMEOUT ends with the first key. The dialog of gnome3 closes under the fingers of whoever types, and of a flavour that is not known the same is assumed.
    /// </summary>
    public bool StopsTheClockForTyping => Name is "gtk2" or "qt" or "qt4" or "qt5" or "qt6" or "curses";

    /// <summary>From the data of the answer; an old program answers none.</summary>
    public static PinentryFlavor Of(ReadOnlySpan<byte> answer) => new(Encoding.ASCII.GetString(answer));
}
