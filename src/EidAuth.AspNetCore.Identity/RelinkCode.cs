namespace EidAuth.AspNetCore.Identity;

/// <summary>A code that an officer hands to a person whose national number has changed. It exists nowhere else: the database keeps a hash.</summary>
/// <param name="Text">12 characters in three groups, for example <c>7KQM-42XD-9RTW</c>.</param>
/// <param name="ExpiresAt">From then on it counts no more.</param>
public sealed record RelinkCode(string Text, DateTimeOffset ExpiresAt)
{
    /// <summary>Does not say the code.</summary>
    public override string ToString() => nameof(RelinkCode);
}
