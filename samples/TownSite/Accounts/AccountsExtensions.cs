using EidAuth.AspNetCore;

namespace TownSite.Accounts;

/// <summary>What the pages of accounts need.</summary>
internal static class AccountsExtensions
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<AccountOptions>(builder.Configuration.GetSection("Town"));
        services.AddScoped<AccountCheck>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<TownLogin>();
        services.AddScoped<NewAccount>();
        services.AddScoped<Profile>();
        services.AddScoped<FieldLabels>();
        services.AddScoped<Seed>();
        services.AddSingleton<PasswordProof>();

        // A photograph that a card gave waits until its owner has confirmed it.
        services.AddSingleton<PendingPhotos>();
        services.AddOptions<BelgianEidOptions>(BelgianEidDefaults.AuthenticationScheme).Configure<PendingPhotos>((eid, photos) => eid.Events.OnLoginVerified = login =>
        {
            photos.Take(login);
            return Task.CompletedTask;
        });
    }
}
