namespace EidAgent.Logins;

/// <summary>What the browser carries back: the form fields <c>token</c> and <c>chain</c>, JSON both.</summary>
internal sealed record SignedLogin(string Token, string Chain)
{
    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(SignedLogin);
}
