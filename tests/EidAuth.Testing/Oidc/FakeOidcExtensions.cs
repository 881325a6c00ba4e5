using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace EidAuth.Testing.Oidc;

/// <summary>Adds the fake provider's scheme to a site.</summary>
public static class FakeOidcExtensions
{
    /// <summary>The scheme's name.</summary>
    public const string Scheme = "Fake";

    /// <summary>Adds it under <see cref="Scheme"/>.</summary>
    public static AuthenticationBuilder AddFakeOidc(this AuthenticationBuilder builder, FakeProvider provider, string displayName = "Fake provider")
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddRemoteScheme<FakeOidcOptions, FakeOidcHandler>(Scheme, displayName, options => options.Provider = provider);
    }
}
