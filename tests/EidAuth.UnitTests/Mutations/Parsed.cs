namespace EidAuth.UnitTests.Mutations;

/// <summary>What a parser did with one input.</summary>
/// <param name="Accepted">It took it.</param>
/// <param name="Steps">How often it went round a loop or called itself.</param>
internal readonly record struct Parsed(bool Accepted, long Steps);
