namespace EidAuth.AspNetCore;

/// <summary>
/// What a challenge was issued for. It stands in the sealed challenge alone, since the signed bytes are Web eID's and say nothing of it: a signature given to log in
/// must not link an account. Whoever takes the login checks it: <see cref="EidTicket.Purpose"/>.
/// </summary>
public readonly record struct ChallengePurpose
{
    private const string LinkPrefix = "link:";
    private const string StepUpPrefix = "step-up:";
    private readonly string? value;

    private ChallengePurpose(string value) => this.value = value;

    /// <summary>Logging in.</summary>
    public static ChallengePurpose Login { get; } = new("login");

    /// <summary>The account a card is to be linked to; null for any other purpose.</summary>
    public string? Account => After(LinkPrefix);

    /// <summary>The session within which somebody proves again; null for any other purpose.</summary>
    public string? Session => After(StepUpPrefix);

    /// <summary>Which of the three it is, without account or session: what a log may say.</summary>
    internal string Kind => Account is not null ? "link" : Session is not null ? "step-up" : "login";

    /// <summary>The text that is sealed.</summary>
    internal string Value => value ?? "login";

    /// <summary>Linking the card to an account of the site.</summary>
    /// <param name="account">The account's key at the site, never a name.</param>
    public static ChallengePurpose Link(string account) => new(LinkPrefix + account);

    /// <summary>Proving again within a session.</summary>
    /// <param name="session">The session's public id, or what else the site knows it by.</param>
    public static ChallengePurpose StepUp(string session) => new(StepUpPrefix + session);

    /// <summary>Reads a sealed text back.</summary>
    internal static ChallengePurpose FromSealed(string value) => new(value);

    /// <summary>Says nothing of account or session.</summary>
    public override string ToString() => nameof(ChallengePurpose);

    private string? After(string prefix) => Value.StartsWith(prefix, StringComparison.Ordinal) ? Value[prefix.Length..] : null;
}
