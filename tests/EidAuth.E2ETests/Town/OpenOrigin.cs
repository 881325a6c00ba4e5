using EidAuth.AspNetCore;
using EidAuth.Login;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>
/// A site with test anchors on a host that is not this computer. The site refuses that, and has no option for it (security rules 6 and 7), so the variant is composed
/// here: the site is checked with a loopback origin, and the origin it then goes by is exchanged. Everything else, TEST TRUST included, stays.
/// </summary>
internal static class OpenOrigin
{
    /// <summary>An origin the site accepts with test anchors; <see cref="ServeAs"/> exchanges it.</summary>
    internal const string Checked = "https://town.localhost";

    internal static void ServeAs(this IServiceCollection services, string origin)
    {
        Assert.True(Origin.TryParse(origin, out var open));
        services.PostConfigure<BelgianEidOptions>(BelgianEidDefaults.AuthenticationScheme, options =>
        {
            const System.Reflection.BindingFlags Any =
                System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public;
            var setup = typeof(BelgianEidOptions).GetProperty("Setup", Any)!.GetValue(options)!;
            setup.GetType().GetProperty("Origins", Any)!.SetValue(setup, new[] { open! });
        });
    }
}
