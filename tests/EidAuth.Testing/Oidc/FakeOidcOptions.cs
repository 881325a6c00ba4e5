using Microsoft.AspNetCore.Authentication;

namespace EidAuth.Testing.Oidc;

/// <summary>A remote scheme of the fake provider.</summary>
public sealed class FakeOidcOptions : RemoteAuthenticationOptions
{
    /// <summary>Makes options with every default.</summary>
    public FakeOidcOptions() => (CallbackPath, Events) = ("/signin-fake", new RemoteAuthenticationEvents());

    /// <summary>Who logs people in.</summary>
    public FakeProvider Provider { get; set; } = new();
}
