namespace TownSite.Accounts;

/// <summary>The section <c>Town</c> of the configuration.</summary>
internal sealed class AccountOptions
{
    /// <summary>The accounts with a password. None in appsettings.json: a site in production has no account everybody knows.</summary>
    public IList<Account> Accounts { get; } = [];

    /// <summary>A password to print on the login page, in Development only.</summary>
    public string? ShownPassword { get; set; }

    /// <summary>The zone in which the town shows times.</summary>
    public string TimeZone { get; set; } = "UTC";
}
