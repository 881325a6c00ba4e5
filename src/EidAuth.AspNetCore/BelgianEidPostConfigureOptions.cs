using EidAuth.AspNetCore.Sessions;
using EidAuth.AspNetCore.Startup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EidAuth.AspNetCore;

/// <summary>Fills in what needs the application's services.</summary>
internal sealed class BelgianEidPostConfigureOptions(
    IOptions<AuthenticationOptions> authentication, IHostEnvironment environment, IDataProtectionProvider protection,
    IEnumerable<ServerSessionScheme> sessions) : IPostConfigureOptions<BelgianEidOptions>
{
    /// <inheritdoc/>
    public void PostConfigure(string? name, BelgianEidOptions options)
    {
        options.SignInScheme ??= authentication.Value.DefaultSignInScheme ?? authentication.Value.DefaultScheme;
        options.SignsInAtOnce = options.SignInScheme == (authentication.Value.DefaultAuthenticateScheme ?? authentication.Value.DefaultScheme);
        options.Setup = SiteSetup.Of(name!, options, environment, protection, [.. sessions.Select(session => session.Name)]);
    }
}
