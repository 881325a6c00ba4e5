namespace TownSite.Pages.Counter;

/// <summary>Something the page says before its form.</summary>
/// <param name="Kind">The class of the notice: done, later or card.</param>
/// <param name="Title">Null: none.</param>
/// <param name="Text">One or two sentences.</param>
internal sealed record PageNotice(string Kind, string? Title, string Text);
