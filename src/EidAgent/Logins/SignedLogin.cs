namespace EidAgent.Logins;

/// <summary>
/// What the browser carries back: the form fields <c>token</c>, <c>chain</c> and, where the person agreed to give any, <c>identity</c>; JSON all. And the card that
/// signed, which goes nowhere.
/// </summary>
internal sealed record SignedLogin(string Token, string Chain, string? Identity, SeenCard Card)
{
    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(SignedLogin);
}
