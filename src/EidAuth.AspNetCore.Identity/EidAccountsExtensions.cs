using EidAuth.AspNetCore.Identity;
using EidAuth.AspNetCore.Identity.Data;
using EidAuth.AspNetCore.Identity.Links;
using EidAuth.AspNetCore.Identity.Startup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds account linking to ASP.NET Core Identity.</summary>
public static class EidAccountsExtensions
{
    // As long as ASP.NET Core Identity's external cookie lasts by itself.
    private static readonly TimeSpan ProofLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Adds <see cref="EidAccounts{TUser}"/> over the context that holds the site's accounts.</summary>
    /// <typeparam name="TUser">The site's account.</typeparam>
    /// <typeparam name="TContext">Its context: an <c>IdentityDbContext</c> whose model has <see cref="EidAccountsModel.AddEidAccounts"/>.</typeparam>
    /// <param name="builder">The site's Identity.</param>
    /// <param name="configure">Says at least where an account's names are.</param>
    public static IdentityBuilder AddEidAccounts<TUser, TContext>(this IdentityBuilder builder, Action<EidAccountsOptions<TUser>>? configure = null)
        where TUser : IdentityUser<string>
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.UserType != typeof(TUser))
        {
            throw new ArgumentException($"This Identity is of {builder.UserType.Name}: write AddEidAccounts<{builder.UserType.Name}, {typeof(TContext).Name}>().", nameof(builder));
        }

        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped(provider => new AccountContext(provider.GetRequiredService<TContext>()));
        services.AddScoped<AccountTransactions>();
        services.AddScoped<AccountRules<TUser>>();
        services.AddScoped<LinkChanges<TUser>>();
        services.AddScoped<RelinkCodes<TUser>>();
        services.AddScoped<AccountEnding<TUser>>();
        services.AddScoped(provider => new EidAccounts<TUser>(provider));
        services.AddHostedService<AccountsCheck<TUser>>();

        // A proof is used once and goes with its card: on the server it can be ended, in a cookie alone it could be copied.
        new AuthenticationBuilder(services).AddServerSessions(
            IdentityConstants.ExternalScheme, proofs => (proofs.IdleTime, proofs.AbsoluteTime) = (ProofLifetime, ProofLifetime));
        services.AddOptions<EidAccountsOptions<TUser>>()
            .Configure(options => configure?.Invoke(options))
            .Validate(
                options => options.LoginLifetime >= TimeSpan.FromMinutes(1) && options.LoginLifetime <= EidAccountsOptions<TUser>.MaximumLoginLifetime,
                "EidAccountsOptions.LoginLifetime is between one and fifteen minutes.")
            .Validate(options => options.IsDisabled is not null, "EidAccountsOptions.IsDisabled needs a rule; leave it alone when no account of the site is ever closed.")
            .ValidateOnStart();
        return builder;
    }
}
