using EidAuth.AspNetCore.Challenges;
using EidAuth.AspNetCore.Revocation;
using EidAuth.AspNetCore.Transport;
using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Pki;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.Callback;

/// <summary>
/// What the agent posted, judged in one fixed order: form → sender → challenge → its age and purpose → used once → token, certificate and path → revocation → fields
/// of the card. What comes later is not looked at before what comes earlier held.
/// </summary>
internal sealed class LoginCallback(
    BelgianEidOptions options, ChallengeCookies cookies, IUsedChallengeStore usedChallenges, LoginNetwork network, TimeProvider clock, ILogger logger)
{
    // Several servers' clocks may differ by this much.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public async Task<CallbackOutcome> JudgeAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (form, refusal) = await LoginForm.ReadAsync(request, options.Fields.Asked != CardParts.None, cancellation);
        if (form is null)
        {
            return Refuse(refusal, null);
        }

        if (request.Headers.Origin != $"http://127.0.0.1:{options.AgentPort}")
        {
            return Refuse(RequestRefusal.OriginRefused, null);
        }

        // The cookie alone says what was asked; without it nothing is used up.
        if (cookies.Find(form.State) is not { } challenge || !options.Setup!.Origins.Contains(challenge.Origin))
        {
            return Refuse(RequestRefusal.ChallengeMissing, null);
        }

        cookies.Remove(challenge.Id);
        var now = clock.GetUtcNow();
        if (now >= challenge.IssuedAt + options.LoginLifetime || now < challenge.IssuedAt - Skew)
        {
            return Refuse(RequestRefusal.ChallengeExpired, challenge);
        }

        // Who is signed in at once is logged in: nobody stands behind who would ask what it was proven for. Proving again is a login of the same person, see Accept.
        if (options.SignsInAtOnce && challenge.Purpose != ChallengePurpose.Login && challenge.Purpose.Session is null)
        {
            return Refuse(RequestRefusal.PurposeMismatch, challenge);
        }

        if (form.Error is { } error)
        {
            return new CallbackOutcome.Refused(new EidRefusal.AtAgent(AgentFailure.Of(error)), challenge);
        }

        return await usedChallenges.UseAsync(challenge.Nonce, challenge.IssuedAt, challenge.IssuedAt + options.LoginLifetime, cancellation) switch
        {
            ChallengeUse.First => await VerifyAsync(form, challenge, cancellation),
            ChallengeUse.Again => Refuse(RequestRefusal.ChallengeUsed, challenge),
            _ => Refuse(RequestRefusal.ChallengeForgotten, challenge),
        };
    }

    private async Task<CallbackOutcome> VerifyAsync(LoginForm form, Challenge challenge, CancellationToken cancellation)
    {
        if (!LoginToken.TryParse(form.Token, out var token) || !CertificateBag.TryParse(form.Chain, out var chain))
        {
            return Refuse(LoginRejection.TokenMalformed, challenge);
        }

        var message = new LoginMessage(challenge.Origin, challenge.NonceText);
        var start = clock.GetTimestamp();
        using var budget = new LoginBudget(clock, options.Revocation.Budget);
        switch (await VerifyAsync(token!, chain, message, budget, cancellation))
        {
            case LoginVerdict.Pending pending:
                var (holder, issuer) = await FindAsync(pending.Login, budget, cancellation);
                network.Meter.Waited(clock.GetElapsedTime(start));
                return Complete(pending.Login, holder, issuer, form.Identity, challenge);
            case LoginVerdict.MissingIssuer missing:
                EidLog.IssuerMissing(logger, missing.DisplayName ?? "(of no known name)", Convert.ToHexString(missing.KeyIdentifier.Span[..Math.Min(missing.KeyIdentifier.Length, 20)]));
                return Refuse(LoginRejection.IssuerUnknown, challenge);
            case LoginVerdict.Rejected rejected:
                return Refuse(rejected.Reason, challenge);
            default:
                throw new InvalidOperationException("The verifier gave a verdict nobody knows.");
        }
    }

    // An issuing CA and, above it, a root can be missing. Each is fetched once; whether what came is the right one, the verifier says.
    private async Task<LoginVerdict> VerifyAsync(
        LoginToken token, IReadOnlyList<byte[]> chain, LoginMessage message, LoginBudget budget, CancellationToken cancellation)
    {
        var verifier = options.Setup!.Verifier!;
        var verdict = verifier.Verify(token, chain, message, clock.GetUtcNow());
        Uri? last = null;
        for (var level = 0; level < 2 && options.Revocation.FetchIssuers; level++)
        {
            if (verdict is not LoginVerdict.MissingIssuer { Address: { } address } || address == last)
            {
                break;
            }

            last = address;
            var fetched = await network.Issuers.FetchAsync(address, budget, cancellation);
            if (fetched.Count == 0)
            {
                break;
            }

            chain = [.. fetched, .. chain];
            verdict = verifier.Verify(token, chain, message, clock.GetUtcNow());
        }

        return verdict;
    }

    private async Task<(RevocationFinding Holder, RevocationFinding Issuer)> FindAsync(PendingLogin pending, LoginBudget budget, CancellationToken cancellation)
    {
        var site = options.Setup!.Revocation!;
        var holder = network.Revocation.FindAsync(site, pending.Holder, budget, cancellation);
        var issuer = network.Revocation.FindAsync(site, pending.Issuer, budget, cancellation);
        await Task.WhenAll(holder, issuer);
        return (await holder, await issuer);
    }

    private CallbackOutcome Complete(PendingLogin pending, RevocationFinding holder, RevocationFinding issuer, string? identity, Challenge challenge)
    {
        var now = clock.GetUtcNow();
        var outcome = pending.Complete(holder, issuer, now);
        ResponderClock.Compare(outcome, now, logger);
        return outcome switch
        {
            LoginOutcome.Accepted accepted => Accept(accepted.Login, identity, challenge, now),
            LoginOutcome.Rejected rejected => Refuse(rejected.Reason, challenge) with
            {
                HolderEvidence = rejected.HolderEvidence,
                IssuerEvidence = rejected.IssuerEvidence,
            },
            _ => throw new InvalidOperationException("The verifier gave an outcome nobody knows."),
        };
    }

    private CallbackOutcome Accept(VerifiedLogin login, string? identity, Challenge challenge, DateTimeOffset now)
    {
        if (options.SignsInAtOnce && challenge.Purpose.Session is { } subject
            && options.Setup!.Pseudonym!.SubjectsOf(login.NationalNumber).All(known => known.Value != subject))
        {
            return Refuse(RequestRefusal.AnotherPerson, challenge) with { HolderEvidence = login.HolderEvidence, IssuerEvidence = login.IssuerEvidence };
        }

        var fields = AskedFields.Judge(identity, login, challenge, options, now);
        return fields.Refusal is { } reason
            ? new CallbackOutcome.Refused(new EidRefusal.OfFields(reason), challenge) { HolderEvidence = login.HolderEvidence, IssuerEvidence = login.IssuerEvidence }
            : new CallbackOutcome.Accepted(login, fields.Proven, challenge);
    }

    private static CallbackOutcome.Refused Refuse(RequestRefusal reason, Challenge? challenge) => new(new EidRefusal.OfRequest(reason), challenge);

    private static CallbackOutcome.Refused Refuse(LoginRejection reason, Challenge challenge) => new(new EidRefusal.OfLogin(reason), challenge);
}
