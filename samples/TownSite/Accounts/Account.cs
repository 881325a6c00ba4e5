namespace TownSite.Accounts;

/// <summary>One account with a password.</summary>
internal sealed class Account
{
    public string UserName { get; set; } = "";

    public string GivenName { get; set; } = "";

    public string FamilyName { get; set; } = "";

    /// <summary>As PasswordHasher writes it: salt, iterations and hash in base64.</summary>
    public string PasswordHash { get; set; } = "";
}
