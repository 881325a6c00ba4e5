using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EidAuth.Testing.Oidc;

/// <summary>As much of OpenID Connect's code flow as a site sees of it: redirect with state, callback with a code, claims for the code.</summary>
public sealed class FakeOidcHandler(IOptionsMonitor<FakeOidcOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IDataProtectionProvider protection)
    : RemoteAuthenticationHandler<FakeOidcOptions>(options, loggers, encoder)
{
    private PropertiesDataFormat State => new(protection.CreateProtector(nameof(FakeOidcHandler), Scheme.Name));

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (string.IsNullOrEmpty(properties.RedirectUri))
        {
            properties.RedirectUri = OriginalPathBase + OriginalPath + Request.QueryString;
        }

        GenerateCorrelationId(properties);
        var asked = new Dictionary<string, string?>
        {
            ["state"] = State.Protect(properties),
            ["redirect_uri"] = BuildRedirectUri(Options.CallbackPath),
            ["prompt"] = properties.GetParameter<string>("prompt"),
            ["max_age"] = properties.GetParameter<TimeSpan?>("max_age")?.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        };
        Response.Redirect(QueryHelpers.AddQueryString(FakeProvider.Path, asked.Where(pair => pair.Value is not null)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        if (State.Unprotect(Request.Query["state"]) is not { } properties || !ValidateCorrelationId(properties))
        {
            return Task.FromResult(HandleRequestResult.Fail("The state is not one of this browser's."));
        }

        return Task.FromResult(Options.Provider.Redeem(Request.Query["code"].ToString()) is { } person
            ? HandleRequestResult.Success(new AuthenticationTicket(new ClaimsPrincipal(Identity(person)), properties, Scheme.Name))
            : HandleRequestResult.Fail("The code is none, or was used."));
    }

    private ClaimsIdentity Identity(FakePerson person)
    {
        var at = (person.At ?? TimeProvider.GetUtcNow()).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new ClaimsIdentity(
            [
                Claim(ClaimTypes.NameIdentifier, person.Subject),
                Claim("sub", person.Subject),
                Claim("name", person.Name),
                Claim("amr", person.Amr),
                Claim("acr", person.Acr),
                Claim("auth_time", at, ClaimValueTypes.Integer64),
                .. person.Further.Select(claim => Claim(claim.Key, claim.Value)),
            ],
            Scheme.Name,
            "name",
            ClaimTypes.Role);
    }

    private Claim Claim(string type, string value, string valueType = ClaimValueTypes.String) => new(type, value, valueType, ClaimsIssuer);
}
