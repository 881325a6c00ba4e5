namespace EidAuth.IntegrationTests.Road;

/// <summary>What the attacker got.</summary>
internal sealed record AttackAnswer(int Status, string Body, string? Location);
