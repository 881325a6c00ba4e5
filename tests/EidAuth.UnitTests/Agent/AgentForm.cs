namespace EidAuth.UnitTests.Agent;

/// <summary>A form of a page: where it goes and what it carries.</summary>
internal sealed record AgentForm(string Action, IReadOnlyDictionary<string, string> Fields);
