using System.Reflection;
using EidAuth.AspNetCore;
using EidAuth.Login;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

[assembly: HostingStartup(typeof(EidAuth.E2ETests.Town.OpenOrigin))]

namespace EidAuth.E2ETests.Town;

/// <summary>
/// The town's site with test anchors on a host that is not this computer. The site refuses that, and has no option for it (security rules 6 and 7), so the variant is
/// composed here: the site is configured and checked with a loopback origin, and the origin it then goes by is exchanged. Everything else, TEST TRUST included,
/// stays as it is. Takes effect in a site that is started with <see cref="Arguments"/>.
/// </summary>
internal sealed class OpenOrigin : IHostingStartup
{
    private const string Setting = "OpenOrigin";
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    internal static string[] Arguments(string origin) =>
        [$"--hostingStartupAssemblies={typeof(OpenOrigin).Assembly.GetName().Name}", $"--{Setting}={origin}", "--Eid:Origins:0=https://town.localhost"];

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices((context, services) =>
    {
        if (context.Configuration[Setting] is { } text && Origin.TryParse(text, out var origin))
        {
            services.AddSingleton<IValidateOptions<BelgianEidOptions>>(new Exchange(origin!));
        }
    });

    // Validation comes after all that configures, in whatever order it was registered.
    private sealed class Exchange(Origin origin) : IValidateOptions<BelgianEidOptions>
    {
        public ValidateOptionsResult Validate(string? name, BelgianEidOptions options)
        {
            var setup = typeof(BelgianEidOptions).GetProperty("Setup", Any)!.GetValue(options)!;
            setup.GetType().GetProperty("Origins", Any)!.SetValue(setup, new[] { origin });
            return ValidateOptionsResult.Skip;
        }
    }
}
