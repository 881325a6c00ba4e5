namespace EidAuth.IntegrationTests.Road;

/// <summary>One row of the table "Attacks" of docs/failure-codes.md.</summary>
/// <param name="Attack">What somebody tries; the key of <see cref="AttackList"/>.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Code">The stable code in the log.</param>
/// <param name="Page">Which page the answer is or leads to.</param>
/// <param name="Commands">What the card hears meanwhile: "none" or "one login".</param>
public sealed record AttackRow(string Attack, int Status, string Code, string Page, string Commands)
{
    public override string ToString() => Attack;
}
