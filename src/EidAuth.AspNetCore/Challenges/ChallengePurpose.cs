namespace EidAuth.AspNetCore.Challenges;

/// <summary>
/// What a challenge was issued for. It stands in the sealed challenge alone, since the signed bytes are Web eID's and say nothing of it: a signature given to log in
/// must not link an account.
/// </summary>
internal readonly record struct ChallengePurpose
{
    private ChallengePurpose(string value) => Value = value;

    /// <summary>Logging in.</summary>
    public static ChallengePurpose Login { get; } = new("login");

    /// <summary>The text that is sealed.</summary>
    public string Value { get; }

    /// <summary>Linking the card to an account of the site.</summary>
    public static ChallengePurpose Link(string account) => new("link:" + account);

    /// <summary>Proving again within a session.</summary>
    public static ChallengePurpose StepUp(string session) => new("step-up:" + session);

    /// <summary>Reads a sealed text back.</summary>
    public static ChallengePurpose FromSealed(string value) => new(value);

    /// <summary>Says nothing of account or session.</summary>
    public override string ToString() => nameof(ChallengePurpose);
}
