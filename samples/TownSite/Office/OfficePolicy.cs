using TownSite.Accounts;

namespace TownSite.Office;

/// <summary>Who may open the back office: officers, proven by their own card. A password alone would be enough to give somebody else's account to another card.</summary>
internal static class OfficePolicy
{
    public const string Name = "office";

    // A working day; the session's own limits end it before.
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(8);

    public static void AddOfficePolicy(this WebApplicationBuilder builder)
    {
        var byCard = builder.Configuration.GetValue("Town:OfficersUseCard", defaultValue: true);
        builder.Services.AddAuthorizationBuilder().AddPolicy(Name, policy =>
        {
            policy.RequireRole(TownRoles.Officer);
            if (byCard)
            {
                policy.RequireEid(MaxAge);
            }
        });
    }
}
