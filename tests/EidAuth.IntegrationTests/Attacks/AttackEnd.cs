namespace EidAuth.IntegrationTests.Attacks;

/// <summary>What an attacker got.</summary>
/// <param name="Succeeded">What the attack was after.</param>
/// <param name="Answer">The answer that decided it: status and code, for example <c>403 fetch_refused</c>.</param>
internal sealed record AttackEnd(bool Succeeded, string Answer);
