using EidAuth.AspNetCore;
using EidAuth.Belpic;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TownSite.Login;

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
        services.AddScoped<PasswordProof>();

        // A login asks for the card alone; proving again for a certificate also for what stands on it.
        services.AddOptions<EidLoginPartOptions>().Configure<IOptions<AccountOptions>>((part, accounts) =>
            (part.DefaultReturnPath, part.LandingPath, part.Fields) = (LocalReturn.Default, CardLanding.Path, accounts.Value.FieldsAtLogin));
        services.Configure<EidStepUpOptions>(step => (step.SessionOf, step.Fields) = (SessionOfAsync, CardParts.Identity | CardParts.Address));

        // A photograph that a card gave waits until its owner has confirmed it.
        services.AddSingleton<PendingPhotos>();
        services.AddOptions<BelgianEidOptions>(BelgianEidDefaults.AuthenticationScheme).Configure<PendingPhotos>((eid, photos) => eid.Events.OnLoginVerified = login =>
        {
            photos.Take(login);
            return Task.CompletedTask;
        });
    }

    private static async Task<string?> SessionOfAsync(HttpContext context) =>
        (await context.RequestServices.GetRequiredService<IServerSessions>().CurrentAsync(context, IdentityConstants.ApplicationScheme))?.Id;
}
