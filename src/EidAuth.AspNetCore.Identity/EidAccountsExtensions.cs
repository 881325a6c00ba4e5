using EidAuth.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds account linking to ASP.NET Core Identity.</summary>
public static class EidAccountsExtensions
{
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
        builder.Services.AddScoped<EidAccounts<TUser>>();
        builder.Services.AddOptions<EidAccountsOptions<TUser>>().Configure(options => configure?.Invoke(options)).ValidateOnStart();
        return builder;
    }
}
