namespace TownSite.Accounts;

/// <summary>One row of a person's details as a page shows it.</summary>
/// <param name="Name">The field.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Value">Made fit for a page; null when nothing is known.</param>
/// <param name="Proof">What proves it; null when it was typed.</param>
/// <param name="ReadAt">When, for a page.</param>
internal sealed record ShownField(string Name, string Label, string? Value, string? Proof, string? ReadAt);
