namespace EidAuth.Testing;

/// <summary>The groups of <c>./test.sh [GROUP…]</c>; each test class names one: <c>[Trait("Group", TestGroup.FirstLogin)]</c>.</summary>
public static class TestGroup
{
    public const string FirstLogin = "first-login";
    public const string Card = "card";
    public const string Trust = "trust";
    public const string Town = "town";
    public const string Agent = "agent";

    /// <summary>Attacks on the agent, each also run where its defence is missing; a part of <see cref="Agent"/>.</summary>
    public const string Attacks = "attacks";
}
