using EidAuth.AspNetCore.Challenges;
using EidAuth.AspNetCore.Claims;
using EidAuth.AspNetCore.Revocation;
using EidAuth.Login;
using EidAuth.Pki;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Hosting;

namespace EidAuth.AspNetCore.Startup;

/// <summary>What a scheme's options come to: everything a login needs, or the messages that say what to write.</summary>
internal sealed class SiteSetup
{
    private readonly List<string> errors = [];

    /// <summary>One message for each thing that is wrong; empty when the site can start.</summary>
    public IReadOnlyList<string> Errors => errors;

    public IReadOnlyList<Origin> Origins { get; private set; } = [];

    public TrustAnchors Anchors { get; private set; } = TrustAnchors.Belgium;

    public LoginVerifier? Verifier { get; private set; }

    public IssuingCaStore? Issuers { get; private set; }

    public SiteRevocation? Revocation { get; private set; }

    public Pseudonym? Pseudonym { get; private set; }

    public ChallengeSeal? Seal { get; private set; }

    /// <summary>Reads origins, key, anchors and issuers; never throws for what an operator can write.</summary>
    public static SiteSetup Of(string scheme, BelgianEidOptions options, IHostEnvironment environment, IDataProtectionProvider protection, IReadOnlyList<string> sessionSchemes)
    {
        var setup = new SiteSetup();
        setup.ReadOrigins(options);
        setup.ReadPseudonym(options, environment);
        setup.ReadTrust(options, environment);
        setup.ReadRevocation(options.Revocation, environment);
        setup.CheckNumbers(scheme, options);
        setup.CheckFields(options.Fields);
        setup.CheckSessions(options, sessionSchemes);
        if (setup.errors.Count == 0)
        {
            setup.Seal = new ChallengeSeal(protection, scheme, options.SiteId!);
        }

        return setup;
    }

    private void ReadOrigins(BelgianEidOptions options)
    {
        if (options.Origins.Count == 0)
        {
            errors.Add("Eid:Origins needs at least one origin, for example \"https://loket.example.be\".");
        }

        var origins = new List<Origin>();
        foreach (var text in options.Origins)
        {
            if (Origin.TryParse(text, out var origin))
            {
                origins.Add(origin!);
            }
            else
            {
                errors.Add($"Eid:Origins: \"{text}\" is no origin. Write scheme, host and port alone, with https, or with http on localhost: \"https://loket.example.be\".");
            }
        }

        Origins = origins;
    }

    private void ReadPseudonym(BelgianEidOptions options, IHostEnvironment environment)
    {
        var siteIdHolds = options.SiteId is { Length: >= 1 and <= 128 } id && !id.Any(char.IsControl) && id.Trim() == id;
        if (!siteIdHolds)
        {
            errors.Add("Eid:SiteId needs a name that never changes, 1 to 128 characters, for example \"example.be/loket\".");
        }

        if (PseudonymKeySource.Read(options, environment, errors.Add) is { Count: > 0 } keys && siteIdHolds)
        {
            Pseudonym = new Pseudonym(keys, options.SiteId!);
        }
    }

    private void ReadTrust(BelgianEidOptions options, IHostEnvironment environment)
    {
        try
        {
            if (options.Trust.TestAnchorsFolder is { } folder)
            {
                Anchors = TrustAnchors.FromTestFolder(Path.GetFullPath(folder, environment.ContentRootPath));
                if (Origins.FirstOrDefault(origin => !origin.IsLoopback) is { } open)
                {
                    errors.Add($"TEST TRUST: with test anchors the site accepts cards that anybody can make, so it does not start for {open}. Remove Eid:Trust:TestAnchorsFolder, or keep to origins on localhost.");
                }
            }
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or UnauthorizedAccessException)
        {
            errors.Add($"Eid:Trust:TestAnchorsFolder: {exception.Message}");
        }

        ReadIssuers(options, environment);
    }

    private void ReadIssuers(BelgianEidOptions options, IHostEnvironment environment)
    {
        try
        {
            Issuers = IssuingCaStore.Open(FullPath(options.IssuersFolder, environment), FullPath(options.KeptIssuersFolder, environment));
            Verifier = new LoginVerifier(Anchors, Issuers) { RefuseUnlistedPolicies = options.Trust.RefuseUnlistedPolicies };
        }
        catch (ArgumentException exception)
        {
            errors.Add($"Eid:IssuersFolder: {exception.Message} Make it and put certificates of issuing CAs into it, or leave the option out.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add($"Eid:IssuersFolder has to be readable by the site's user, and Eid:KeptIssuersFolder a folder that this user may make or write, for example \"/var/lib/loket/issuers\" ({exception.GetType().Name}).");
        }
    }

    private void ReadRevocation(BelgianEidRevocation options, IHostEnvironment environment)
    {
        if (options.Budget < BelgianEidRevocation.MinimumBudget || options.Budget > BelgianEidRevocation.MaximumBudget)
        {
            errors.Add("Eid:Revocation:Budget is between one and ten seconds: \"00:00:04\".");
        }

        try
        {
            if (ReadPolicy(options) is { } policy)
            {
                Revocation = new SiteRevocation(policy with { NonceRequired = options.RequireNonce }, options.Budget, new CrlStore(FullPath(options.ListsFolder, environment)));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add($"Eid:Revocation:ListsFolder cannot be used ({exception.GetType().Name}): name a folder that the site's user may make or write, for example \"/var/lib/loket/lists\".");
        }
    }

    private RevocationPolicy? ReadPolicy(BelgianEidRevocation options)
    {
        if (options.Mode != RevocationMode.Grace && options.GraceTime is not null)
        {
            errors.Add($"Eid:Revocation:GraceTime has no meaning while Eid:Revocation:Mode is {options.Mode}: remove it, or write \"Mode\": \"Grace\".");
            return null;
        }

        switch (options.Mode)
        {
            case RevocationMode.HardFail:
                return RevocationPolicy.HardFail;
            case RevocationMode.CrlFirst:
                return RevocationPolicy.CrlFirst;
            case RevocationMode.Grace when options.GraceTime is { } duration && duration > TimeSpan.Zero && duration <= RevocationPolicy.MaximumGraceTime:
                return RevocationPolicy.Grace(duration);
            case RevocationMode.Grace:
                errors.Add("Eid:Revocation:Mode is Grace, which lets logins pass by evidence past its end: write how long beyond, up to a week, for example \"GraceTime\": \"04:00:00\".");
                return null;
            default:
                errors.Add("Eid:Revocation:Mode is \"HardFail\", \"CrlFirst\" or \"Grace\"; leave it out for HardFail.");
                return null;
        }
    }

    private static string? FullPath(string? folder, IHostEnvironment environment) => folder is null ? null : Path.GetFullPath(folder, environment.ContentRootPath);

    private void CheckFields(BelgianEidFields fields)
    {
        if (!Enum.IsDefined(fields.Identity) || !Enum.IsDefined(fields.Address) || !Enum.IsDefined(fields.Photo))
        {
            errors.Add("Eid:Fields: Identity, Address and Photo are \"Optional\" or \"Required\"; leave one out for None.");
        }

        if (fields.Ages.Count > 0 && (fields.Identity == FieldDemand.None || fields.Ages.Any(age => age is < 1 or > 150)))
        {
            errors.Add("Eid:Fields:Ages are years between 1 and 150, drawn from the identity: write \"Identity\": \"Optional\" beside them.");
        }

        if (fields.PostalCodes.Count > 0 && (fields.Address == FieldDemand.None || fields.PostalCodes.Any(code => code is not { Length: 4 } || !code.All(char.IsAsciiDigit))))
        {
            errors.Add("Eid:Fields:PostalCodes have four digits and are looked for in the address: write \"Address\": \"Optional\" beside them.");
        }

        if (fields.FactsOnly && ((fields.Identity != FieldDemand.None && fields.Ages.Count == 0) || (fields.Address != FieldDemand.None && fields.PostalCodes.Count == 0)))
        {
            errors.Add("Eid:Fields:FactsOnly makes claims of Ages and PostalCodes alone: ask for no field that nothing is drawn from.");
        }
    }

    private void CheckSessions(BelgianEidOptions options, IReadOnlyList<string> sessionSchemes)
    {
        if (options.EndOnRemoval && (options.SignsInAtOnce ? !sessionSchemes.Contains(options.SignInScheme) : sessionSchemes.Count == 0))
        {
            errors.Add($"Eid:EndOnRemoval ends sessions that stand on the server: write .AddServerSessions(\"{(options.SignsInAtOnce ? options.SignInScheme : "…")}\") with the cookie scheme that keeps people logged in.");
        }
    }

    private void CheckNumbers(string scheme, BelgianEidOptions options)
    {
        if (options.AgentPort is < 1 or > 65_535)
        {
            errors.Add("Eid:AgentPort is a port between 1 and 65535; leave it out for the usual one.");
        }

        if (options.LoginLifetime < TimeSpan.FromMinutes(1) || options.LoginLifetime > BelgianEidOptions.MaximumLoginLifetime)
        {
            errors.Add("Eid:LoginLifetime is between one and five minutes: \"00:05:00\".");
        }

        if (options.SignInScheme is null || options.SignInScheme == scheme)
        {
            errors.Add("The card proves who logs in, another scheme keeps the person logged in: write AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(), or set SignInScheme.");
        }
    }
}
