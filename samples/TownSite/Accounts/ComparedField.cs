namespace TownSite.Accounts;

/// <summary>One field of a card beside what the town has.</summary>
/// <param name="Name">The field.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Before">What the town has; null when nothing.</param>
/// <param name="Now">What the card says.</param>
/// <param name="Change">New, different or the same, as a word.</param>
/// <param name="Differs">It would change something.</param>
internal sealed record ComparedField(string Name, string Label, string? Before, string Now, string Change, bool Differs);
