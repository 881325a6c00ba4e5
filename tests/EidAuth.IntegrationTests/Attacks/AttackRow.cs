namespace EidAuth.IntegrationTests.Attacks;

/// <summary>One row of the table "Attacks played twice" of docs/threat-model.md.</summary>
/// <param name="Attack">What somebody tries; the key of <see cref="AttackList"/>.</param>
/// <param name="Threat">The threat's number in the table of threats.</param>
/// <param name="Defence">What the second run goes without.</param>
/// <param name="With">The answer that refuses it.</param>
/// <param name="Without">What the attacker then gets.</param>
public sealed record AttackRow(string Attack, int Threat, string Defence, string With, string Without)
{
    public override string ToString() => Attack;
}
