namespace EidAuth.Testing.Oidc;

/// <summary>Whom the fake provider logs in, and what it says of the login.</summary>
/// <param name="Subject">Claim <c>sub</c>.</param>
/// <param name="Name">Claim <c>name</c>.</param>
/// <param name="Acr">Claim <c>acr</c>.</param>
/// <param name="Amr">Claim <c>amr</c>.</param>
public sealed record FakePerson(string Subject, string Name, string Acr, string Amr)
{
    /// <summary>Claims beside those, for a provider that says what it likes.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Further { get; init; } = [];

    /// <summary>When the provider says it was; null: now.</summary>
    public DateTimeOffset? At { get; init; }
}
