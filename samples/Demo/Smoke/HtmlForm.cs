namespace Demo.Smoke;

/// <summary>A form of a page: where it goes and what it carries.</summary>
internal sealed record HtmlForm(Uri Action, IReadOnlyList<KeyValuePair<string, string>> Fields);
