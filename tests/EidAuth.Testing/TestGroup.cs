namespace EidAuth.Testing;

/// <summary>The groups of <c>./test.sh [GROUP…]</c>; each test class names one: <c>[Trait("Group", TestGroup.FirstLogin)]</c>.</summary>
public static class TestGroup
{
    public const string FirstLogin = "first-login";
    public const string Card = "card";
    public const string Trust = "trust";
    public const string Town = "town";
}
