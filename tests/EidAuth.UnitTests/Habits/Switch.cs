namespace EidAuth.UnitTests.Habits;

/// <summary>Something by which a program of src behaves otherwise than without it.</summary>
/// <param name="Kind">option, variable, setting, switch or constant.</param>
/// <param name="Name">As it is written; a setting with its type before it.</param>
/// <param name="Reason">Why it is there, and why no defence ends with it.</param>
internal sealed record Switch(string Kind, string Name, string Reason);
