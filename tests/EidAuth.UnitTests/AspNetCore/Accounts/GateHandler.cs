using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>Another remote scheme, the framework's own kind: state goes out and comes back, then somebody called <c>sub</c> is proven.</summary>
internal sealed class GateHandler(IOptionsMonitor<GateOptions> options, ILoggerFactory loggers, UrlEncoder encoder, IDataProtectionProvider protection)
    : RemoteAuthenticationHandler<GateOptions>(options, loggers, encoder)
{
    private PropertiesDataFormat State => new(protection.CreateProtector(nameof(GateHandler)));

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        GenerateCorrelationId(properties);
        Response.Redirect($"https://gate.example.be/?state={State.Protect(properties)}");
        return Task.CompletedTask;
    }

    protected override Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        var properties = State.Unprotect(Request.Query["state"]);
        return Task.FromResult(properties is not null && ValidateCorrelationId(properties)
            ? HandleRequestResult.Success(new AuthenticationTicket(
                new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", Request.Query["sub"].ToString())], Scheme.Name)), properties, Scheme.Name))
            : HandleRequestResult.Fail("state"));
    }
}
