using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore;

/// <summary>Everything the site writes to its log: codes, hosts of responders, and nothing of a person or a card.</summary>
internal static partial class EidLog
{
    [LoggerMessage(3001, LogLevel.Warning, "TEST TRUST: test anchors are in use, anybody can make a card this site accepts.")]
    internal static partial void TestTrust(ILogger logger);

    [LoggerMessage(3002, LogLevel.Information, "Used challenges are kept in this process: run one server, or register an IUsedChallengeStore that all servers share. After a restart, logins under way are refused as challenge_forgotten.")]
    internal static partial void SingleServer(ILogger logger);

    [LoggerMessage(3003, LogLevel.Information, "No Eid:IssuersFolder: an issuing CA that does not come with its token {WhatThen}.")]
    internal static partial void NoIssuersFolder(ILogger logger, string whatThen);

    [LoggerMessage(3004, LogLevel.Warning, "Eid:IncludeNationalNumber is on: the site must have a legal basis or an authorisation for the national number.")]
    internal static partial void NationalNumberIncluded(ILogger logger);

    [LoggerMessage(3005, LogLevel.Error, "Data Protection keys are not persisted: a restart, or a second server, ends sessions and logins under way. Write builder.Services.AddDataProtection().SetApplicationName(\"…\").PersistKeysToFileSystem(new DirectoryInfo(\"/var/lib/SITE/keys\")).")]
    internal static partial void KeysNotPersisted(ILogger logger);

    [LoggerMessage(3006, LogLevel.Warning, "Data Protection keys are where the framework puts them; in production write builder.Services.AddDataProtection().PersistKeysToFileSystem(…).")]
    internal static partial void KeysNotPersistedInDevelopment(ILogger logger);

    [LoggerMessage(3007, LogLevel.Warning, "GRACE: Eid:Revocation:Mode is Grace: in an outage, evidence about revocation that ended up to {GraceTime} ago lets a login pass. Each such login is logged (3018) and says so in its claims.")]
    internal static partial void Grace(ILogger logger, TimeSpan graceTime);

    [LoggerMessage(3008, LogLevel.Information, "Eid:Revocation:Mode is CrlFirst: revocation lists are asked before responders. A list may be some hours behind.")]
    internal static partial void CrlFirst(ILogger logger);

    [LoggerMessage(3009, LogLevel.Warning, "Eid:Revocation:RequireNonce is on: the responders under Root CA6 do not repeat nonces, so for the newer cards revocation lists alone answer.")]
    internal static partial void NonceRequired(ILogger logger);

    [LoggerMessage(3011, LogLevel.Information, "Login asked for {Origin}, purpose {Purpose}.")]
    internal static partial void ChallengeIssued(ILogger logger, string origin, string purpose);

    [LoggerMessage(3012, LogLevel.Information, "Login accepted for {Origin}.")]
    internal static partial void LoginAccepted(ILogger logger, string origin);

    [LoggerMessage(3013, LogLevel.Warning, "TEST TRUST: login accepted for {Origin} by a test anchor.")]
    internal static partial void TestLoginAccepted(ILogger logger, string origin);

    [LoggerMessage(3014, LogLevel.Information, "Login refused: {Code}.")]
    internal static partial void LoginRefused(ILogger logger, string code);

    [LoggerMessage(3015, LogLevel.Information, "The national number was given to {Origin} as a claim, purpose {Purpose}.")]
    internal static partial void NationalNumberGiven(ILogger logger, string origin, string purpose);

    [LoggerMessage(3016, LogLevel.Warning, "The address to return to after login is not a local one; the site's root is used. Check it before it is given to a challenge.")]
    internal static partial void ReturnUrlNotLocal(ILogger logger);

    [LoggerMessage(3017, LogLevel.Information, "Revocation, {Outcome}: holder {Holder}; issuing CA {Issuer}.")]
    internal static partial void Evidence(ILogger logger, string outcome, string holder, string issuer);

    [LoggerMessage(3018, LogLevel.Warning, "GRACE: nobody answers about revocation, and a login was accepted by evidence past its end. Certificates revoked since then pass. Look at 3031, 3035 and 3037 for who does not answer.")]
    internal static partial void GraceLogin(ILogger logger);

    [LoggerMessage(3019, LogLevel.Information, "Fields of the card were given and verified: {Fields}.")]
    internal static partial void FieldsGiven(ILogger logger, string fields);

    [LoggerMessage(3021, LogLevel.Error, "A login was asked over http while {Origin} is configured: behind a proxy that ends TLS, call app.UseForwardedHeaders() first and set ForwardedHeadersOptions (ForwardedHeaders = XForwardedProto | XForwardedHost, KnownProxies); without a proxy, serve https.")]
    internal static partial void ProxyNotConfigured(ILogger logger, string origin);

    [LoggerMessage(3022, LogLevel.Warning, "A login was asked under an address that is none of Eid:Origins. When citizens use that address, add it; behind a proxy, see that the host is passed on (app.UseForwardedHeaders()).")]
    internal static partial void HostNotConfigured(ILogger logger);

    [LoggerMessage(3031, LogLevel.Warning, "OCSP responder {Host} gave no usable answer: {Fault}, try {Try}.")]
    internal static partial void NoOcspAnswer(ILogger logger, string host, string fault, int @try);

    [LoggerMessage(3032, LogLevel.Warning, "This server's clock and the OCSP responder's differ by {Seconds} s: set the clock (NTP), beyond a minute logins are refused as ocsp_stale.")]
    internal static partial void ClockDiffers(ILogger logger, long seconds);

    [LoggerMessage(3033, LogLevel.Warning, "The issuing CA {Issuer} with key identifier {KeyIdentifier} is not at hand: put its certificate into Eid:IssuersFolder.")]
    internal static partial void IssuerMissing(ILogger logger, string issuer, string keyIdentifier);

    [LoggerMessage(3035, LogLevel.Error, "{Host} did not answer {Count} times in a row and is not asked for {Seconds} s; then one request tries again.")]
    internal static partial void CircuitOpened(ILogger logger, string host, int count, int seconds);

    [LoggerMessage(3036, LogLevel.Information, "{Host} answers again.")]
    internal static partial void CircuitClosed(ILogger logger, string host);

    [LoggerMessage(3037, LogLevel.Warning, "No revocation list from {Host}{Path}: {Reason}.")]
    internal static partial void NoList(ILogger logger, string host, string path, string reason);

    [LoggerMessage(3038, LogLevel.Debug, "Revocation list from {Host}{Path}: of {ThisUpdate:O}, next {NextUpdate:O}.")]
    internal static partial void ListTaken(ILogger logger, string host, string path, DateTimeOffset thisUpdate, DateTimeOffset nextUpdate);

    [LoggerMessage(3039, LogLevel.Warning, "No issuing CA from {Host}: {Reason}.")]
    internal static partial void NoIssuer(ILogger logger, string host, string reason);

    [LoggerMessage(3040, LogLevel.Warning, "Issuing CAs cannot be kept in Eid:KeptIssuersFolder ({Reason}); they are fetched again after a restart. Give the site's user the right to write there.")]
    internal static partial void IssuersNotKept(ILogger logger, string reason);

    [LoggerMessage(3041, LogLevel.Information, "Sessions are kept in this process: run one server, or register an IServerSessionStore that all servers share. A restart ends every session.")]
    internal static partial void SessionsSingleServer(ILogger logger);

    [LoggerMessage(3042, LogLevel.Information, "A card left its reader: {Count} sessions ended.")]
    internal static partial void EndedWithCard(ILogger logger, int count);

    [LoggerMessage(3034, LogLevel.Warning, "A certificate policy under Root CA6 is not on the list and was accepted: report it. Eid:Trust:RefuseUnlistedPolicies refuses such certificates.")]
    internal static partial void UnlistedPolicy(ILogger logger);
}
