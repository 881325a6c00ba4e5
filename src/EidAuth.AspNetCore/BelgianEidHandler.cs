using System.Security.Claims;
using System.Text.Encodings.Web;
using EidAuth.AspNetCore.Callback;
using EidAuth.AspNetCore.Challenges;
using EidAuth.AspNetCore.Claims;
using EidAuth.AspNetCore.Refusals;
using EidAuth.AspNetCore.Revocation;
using EidAuth.Belpic;
using EidAuth.Login;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace EidAuth.AspNetCore;

/// <summary>
/// Logs people in with their eID card over road 1 (docs/protocol.md): a challenge sends the browser to the agent, the agent's page posts the token to the callback, and
/// a proven login is handed to the sign-in scheme.
/// </summary>
/// <remarks>
/// Not a RemoteAuthenticationHandler: its correlation cookie is not single use across servers, and what it knows of a failure is an exception.
/// </remarks>
internal sealed class BelgianEidHandler(
    IOptionsMonitor<BelgianEidOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder,
    IUsedChallengeStore usedChallenges,
    LoginNetwork network,
    EndLimit endLimit)
    : AuthenticationHandler<BelgianEidOptions>(options, loggers, encoder), IAuthenticationRequestHandler
{
    private new BelgianEidEvents Events => (BelgianEidEvents)base.Events!;

    private ChallengeCookies Cookies => new(Options.Setup!.Seal!, Context);

    /// <inheritdoc/>
    public async Task<bool> HandleRequestAsync()
    {
        if (Options.EndOnRemoval && string.Equals(Request.Path.Value, CardRemoval.Path, StringComparison.Ordinal))
        {
            await new CardRemoval(Context.RequestServices.GetRequiredService<IServerSessionStore>(), endLimit, TimeProvider, Logger).AnswerAsync(Context);
            return true;
        }

        if (!string.Equals(Request.Path.Value, BelgianEidDefaults.CallbackPath, StringComparison.Ordinal))
        {
            return false;
        }

        Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsGet(Request.Method) && Options.FailurePath.HasValue)
        {
            // Somebody typed the address or went back to it: nothing to judge.
            Redirect(Request.PathBase + Options.FailurePath);
            return true;
        }

        var callback = new LoginCallback(Options, Cookies, usedChallenges, network, TimeProvider, Logger);
        await (await callback.JudgeAsync(Request, Context.RequestAborted) switch
        {
            CallbackOutcome.Accepted accepted => SignInAsync(accepted.Login, accepted.Fields, accepted.Challenge),
            CallbackOutcome.Refused refused => RefuseAsync(refused),
            _ => throw new InvalidOperationException("The callback ended in a way nobody knows."),
        });
        KeepIssuers();
        return true;
    }

    /// <inheritdoc/>
    protected override Task<object> CreateEventsAsync() => Task.FromResult<object>(new BelgianEidEvents());

    /// <summary>Who is logged in is the sign-in scheme's to say; this scheme answers for those it logged in.</summary>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var result = await Context.AuthenticateAsync(Options.SignInScheme);
        return result is { Succeeded: true, Ticket: { } ticket } && ticket.Properties.Items.TryGetValue(EidTicket.SchemeItem, out var scheme) && scheme == Scheme.Name
            ? AuthenticateResult.Success(new AuthenticationTicket(ticket.Principal, ticket.Properties, Scheme.Name))
            : AuthenticateResult.NoResult();
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Context.ForbidAsync(Options.SignInScheme);

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.CacheControl = "no-store";
        if (ExpectedOrigin(out var refusal) is not { } origin)
        {
            await RefuseAsync(new CallbackOutcome.Refused(new EidRefusal.OfRequest(refusal), null));
            return;
        }

        properties.RedirectUri = LocalReturn(properties.RedirectUri);
        var purpose = properties.GetParameter<ChallengePurpose?>(BelgianEidChallengeProperties.PurposeParameter) ?? ChallengePurpose.Login;
        var asked = Options.Fields.Asked & (properties.GetParameter<CardParts?>(BelgianEidChallengeProperties.FieldsParameter) ?? Options.Fields.Asked);
        var end = Options.EndOnRemoval ? EndText.Draw() : null;
        var challenge = Challenge.Issue(purpose, origin, properties, TimeProvider.GetUtcNow(), FieldNames.Of(asked), end is null ? null : EndText.HashOf(end));
        var request = LoginRequest.Create(challenge.NonceText, ReturnTo(origin), challenge.Id, AgentLanguage.Of(Context, properties), challenge.Fields, end);
        Cookies.Append(challenge, Options.LoginLifetime);
        EidLog.ChallengeIssued(Logger, origin.Value, purpose.Kind);

        var redirecting = new RedirectToAgentContext(Context, Scheme, Options, properties, request.ToAgentAddress(Options.AgentPort));
        await Events.RedirectToAgent(redirecting);
        if (!redirecting.Handled)
        {
            Response.Redirect(redirecting.AgentAddress.AbsoluteUri);
        }
    }

    /// <summary>The configured origin this request came to. The Host header picks one of the list and can add none.</summary>
    private Origin? ExpectedOrigin(out RequestRefusal refusal)
    {
        refusal = RequestRefusal.HostNotConfigured;
        if (Configured(Request.Scheme) is { } origin)
        {
            return origin;
        }

        if (Request.Scheme == Uri.UriSchemeHttp && Configured(Uri.UriSchemeHttps) is { } overHttps)
        {
            refusal = RequestRefusal.ProxyNotConfigured;
            EidLog.ProxyNotConfigured(Logger, overHttps.Value);
        }
        else
        {
            EidLog.HostNotConfigured(Logger);
        }

        return null;
    }

    // http to an outside host is no Origin, hence the search by scheme.
    private Origin? Configured(string scheme) =>
        Origin.TryParse($"{scheme}://{Request.Host.Value}", out var asked) ? Options.Setup!.Origins.FirstOrDefault(origin => origin == asked) : null;

    private ReturnAddress ReturnTo(Origin origin) =>
        ReturnAddress.TryParse(origin.Value + Request.PathBase.ToUriComponent() + BelgianEidDefaults.CallbackPath, out var address)
            ? address!
            : throw new InvalidOperationException("The path base of this site does not make a return address a token may be sent to.");

    private string LocalReturn(string? wanted)
    {
        if (string.IsNullOrEmpty(wanted))
        {
            // A request may ask this site for "//evil.example/": sent back as an address, that is another site.
            string here = OriginalPathBase + OriginalPath + Request.QueryString;
            return LocalAddress.IsLocal(here) ? here : Request.PathBase + "/";
        }

        if (LocalAddress.IsLocal(wanted))
        {
            return UriHelper.Encode(new Uri(wanted, UriKind.Relative));
        }

        EidLog.ReturnUrlNotLocal(Logger);
        return Request.PathBase + "/";
    }

    private async Task SignInAsync(VerifiedLogin login, ProvenFields? fields, Challenge challenge)
    {
        var properties = challenge.Properties;
        var principal = new ClaimsPrincipal(LoginClaims.Of(login, fields, Options.Setup!.Pseudonym!, Options, Scheme.Name));
        var subjects = Options.Setup.Pseudonym!.SubjectsOf(login.NationalNumber);
        var verified = new LoginVerifiedContext(Context, Scheme, Options, properties, principal, login) { Photo = fields?.Photo, Purpose = challenge.Purpose, Subjects = subjects };
        if (Options.IncludeNationalNumber)
        {
            // Before the site's event, which sees it too and may refuse the login then.
            EidLog.NationalNumberGiven(Logger, challenge.Origin.Value, challenge.Purpose.Kind);
        }

        await Events.LoginVerified(verified);
        if (verified.IsRefused)
        {
            await RefuseAsync(new CallbackOutcome.Refused(new EidRefusal.OfRequest(RequestRefusal.RefusedBySite), challenge)
            {
                HolderEvidence = login.HolderEvidence,
                IssuerEvidence = login.IssuerEvidence,
            });
            return;
        }

        Report(login, challenge.Origin);
        if (fields is { Given: not CardParts.None })
        {
            EidLog.FieldsGiven(Logger, string.Join(',', FieldNames.Of(fields.Given)));
        }

        var returnUrl = properties.RedirectUri ?? "/";
        properties.RedirectUri = null;
        EidTicket.Write(properties, Scheme.Name, challenge.Purpose, subjects, login.ProvenAt, challenge.EndHash);
        await Context.SignInAsync(Options.SignInScheme, verified.Principal, properties);
        Redirect(returnUrl);
    }

    private void Report(VerifiedLogin login, Origin origin)
    {
        network.Meter.Login("accepted", RevocationText.Claim(login));
        EidLog.Evidence(Logger, "accepted", RevocationText.Of(login.HolderEvidence), RevocationText.Of(login.IssuerEvidence));
        if (login.IsGrace)
        {
            EidLog.GraceLogin(Logger);
        }

        if (login.TestTrust)
        {
            EidLog.TestLoginAccepted(Logger, origin.Value);
        }
        else
        {
            EidLog.LoginAccepted(Logger, origin.Value);
        }

        if (login.HasUnlistedPolicy)
        {
            EidLog.UnlistedPolicy(Logger);
        }
    }

    private async Task RefuseAsync(CallbackOutcome.Refused outcome)
    {
        var (refusal, challenge) = (outcome.Reason, outcome.Challenge);
        EidLog.LoginRefused(Logger, refusal.Code);
        network.Meter.Login(refusal.Code, outcome.HolderEvidence is { } evidence ? RevocationText.Claim(evidence) : "none");
        if (outcome.HolderEvidence is not null || outcome.IssuerEvidence is not null)
        {
            EidLog.Evidence(Logger, refusal.Code, RevocationText.Of(outcome.HolderEvidence), RevocationText.Of(outcome.IssuerEvidence));
        }

        var refused = new LoginRefusedContext(Context, Scheme, Options, outcome);
        await Events.LoginRefused(refused);
        if (refused.Handled)
        {
            return;
        }

        if (Options.FailurePath.HasValue && RefusalAnswer.IsForTheLoginPage(refusal))
        {
            Redirect(RefusalAnswer.LoginPage(Request.PathBase, Options, refusal, challenge?.Properties.RedirectUri));
            return;
        }

        await RefusalPage.WriteAsync(Context, refusal);
    }

    // Verifying writes nothing: what was verified first is written once the answer stands.
    private void KeepIssuers()
    {
        var issuers = Options.Setup!.Issuers!;
        if (!issuers.HasUnsaved)
        {
            return;
        }

        try
        {
            issuers.Save();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            EidLog.IssuersNotKept(Logger, exception.GetType().Name);
        }
    }

    // 303: the browser goes on with GET. 307 and 308 would post the token to the next page.
    private void Redirect(string localAddress)
    {
        Response.StatusCode = StatusCodes.Status303SeeOther;
        Response.Headers[HeaderNames.Location] = localAddress;
    }
}
