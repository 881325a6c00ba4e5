namespace EidAuth.AspNetCore.Identity;

/// <summary>One link of an account.</summary>
/// <param name="Scheme">Which scheme logs in by it.</param>
/// <param name="DisplayName">What a page calls it.</param>
/// <param name="TestTrust">A test card made it; without test trust nobody logs in by it.</param>
/// <param name="LinkedAt">Since when; null when the history does not say.</param>
/// <param name="CanBeUndone">False: nothing else would be left to log in with.</param>
public sealed record AccountLink(string Scheme, string DisplayName, bool TestTrust, DateTimeOffset? LinkedAt, bool CanBeUndone);
