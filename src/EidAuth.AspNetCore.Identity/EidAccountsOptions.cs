namespace EidAuth.AspNetCore.Identity;

/// <summary>What account linking has to know of the site's accounts.</summary>
/// <typeparam name="TUser">The site's account.</typeparam>
public sealed class EidAccountsOptions<TUser>
    where TUser : class
{
    /// <summary>The longest <see cref="LoginLifetime"/>.</summary>
    public static readonly TimeSpan MaximumLoginLifetime = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Given names and family name of an account, each null or empty when it has none. Without this, no difference to the names on a card is ever seen, and the log
    /// says so at start.
    /// </summary>
    public Func<TUser, (string? GivenNames, string? FamilyName)>? Names { get; set; }

    /// <summary>True: no way into this account works. Beside it, an account whose lockout ends more than a year from now is closed too.</summary>
    public Func<TUser, bool> IsDisabled { get; set; } = _ => false;

    /// <summary>How long after the proof somebody may still decide about account or link; one to fifteen minutes.</summary>
    public TimeSpan LoginLifetime { get; set; } = TimeSpan.FromMinutes(10);
}
