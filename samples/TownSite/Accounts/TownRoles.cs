namespace TownSite.Accounts;

/// <summary>What an account may do beside its own affairs.</summary>
internal static class TownRoles
{
    /// <summary>Works in the back office.</summary>
    public const string Officer = "officer";
}
