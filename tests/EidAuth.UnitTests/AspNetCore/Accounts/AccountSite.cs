using System.Globalization;
using System.Security.Claims;
using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using EidAuth.AspNetCore.Identity.Links;
using EidAuth.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>A site with accounts over a real database, in which each call is a request of its own.</summary>
internal sealed class AccountSite : IAsyncDisposable
{
    public const string Card = BelgianEidDefaults.AuthenticationScheme;
    public const string Other = "Gate";

    private readonly WebApplication app;

    private AccountSite(WebApplication app, ManualTimeProvider clock, CapturedLog log) => (this.app, Clock, Log) = (app, clock, log);

    public ManualTimeProvider Clock { get; }

    public CapturedLog Log { get; }

    public Notices Notices => app.Services.GetRequiredService<Notices>();

    public TestServer Server => app.GetTestServer();

    /// <summary>Starts over <paramref name="database"/>, whose tables are made when they are not there.</summary>
    public static async Task<AccountSite> StartAsync(
        Action<DbContextOptionsBuilder> database,
        Action<BelgianEidOptions>? eid = null,
        Action<WebApplication>? pages = null,
        ManualTimeProvider? clock = null,
        Action<EidAccountsOptions<Person>>? accounts = null,
        Action<IServiceCollection>? services = null)
    {
        clock ??= new ManualTimeProvider();
        var log = new CapturedLog();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton<Notices>();
        builder.Services.AddSingleton<IAccountNotice<Person>>(provider => provider.GetRequiredService<Notices>());
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(options =>
            {
                options.DefaultScheme = IdentityConstants.ApplicationScheme;
                options.DefaultSignInScheme = IdentityConstants.ExternalScheme;
            })
            .AddBelgianEid(options =>
            {
                options.Origins.Add("https://localhost");
                options.SiteId = "example.be/loket";
                options.PseudonymKey = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
                eid?.Invoke(options);
            })
            .AddScheme<GateOptions, GateHandler>(Other, "The other gate", options => options.CallbackPath = "/signin-gate")
            .AddIdentityCookies();
        builder.Services.AddDbContext<PersonContext>(database);
        builder.Services.AddIdentityCore<Person>(options => options.Password.RequiredLength = 8)
            .AddSignInManager()
            .AddEntityFrameworkStores<PersonContext>()
            .AddEidAccounts<Person, PersonContext>(options =>
            {
                options.Names = person => (person.GivenName, person.FamilyName);
                options.IsDisabled = person => person.IsDisabled;
                accounts?.Invoke(options);
            });
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        pages?.Invoke(app);
        try
        {
            await using (var scope = app.Services.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<PersonContext>().Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
            }

            await app.StartAsync(TestContext.Current.CancellationToken);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new AccountSite(app, clock, log);
    }

    /// <summary>One request.</summary>
    public async Task<T> AskAsync<T>(Func<EidAccounts<Person>, Task<T>> ask)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<EidAccounts<Person>>());
    }

    /// <summary>The database beside the site.</summary>
    public async Task<T> DataAsync<T>(Func<PersonContext, Task<T>> ask)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<PersonContext>());
    }

    /// <summary>An account with the password <c>Loket-2026!</c>, or none.</summary>
    public async Task<Person> AddAsync(string name, bool password = true, Action<Person>? with = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var person = new Person { UserName = name, Email = $"{name}@example.be", GivenName = "Anna", FamilyName = "Peeters" };
        with?.Invoke(person);
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var result = password ? await users.CreateAsync(person, "Loket-2026!") : await users.CreateAsync(person);
        Assert.True(result.Succeeded);
        return person;
    }

    /// <summary>An account reached by this card.</summary>
    public async Task<Person> AddLinkedAsync(string name, ProvenLogin card, bool password = true)
    {
        var person = await AddAsync(name, password);
        await LinkDirectlyAsync(person, card.Scheme, card.Keys[0]);
        return person;
    }

    public Task<int> LinkDirectlyAsync(Person person, string scheme, string key) => DataAsync(data =>
    {
        data.UserLogins.Add(new IdentityUserLogin<string> { LoginProvider = scheme, ProviderKey = key, UserId = person.Id, ProviderDisplayName = "eID" });
        return data.SaveChangesAsync();
    });

    public Task<List<string>> KeysAsync(Person person, string scheme = Card) =>
        DataAsync(data => data.UserLogins.Where(link => link.UserId == person.Id && link.LoginProvider == scheme).Select(link => link.ProviderKey).ToListAsync());

    public Task<List<EidAccountEventKind>> HistoryAsync(Person person) =>
        AskAsync(async accounts => (await accounts.HistoryAsync(person)).Select(line => line.Kind).Reverse().ToList());

    /// <summary>A card that has just proven its holder.</summary>
    /// <param name="who">A letter; each is another person.</param>
    /// <param name="purpose">What for; a login.</param>
    /// <param name="keys">The site's pseudonym keys, the newest first.</param>
    /// <param name="test">By a test anchor.</param>
    /// <param name="name">Given names, comma, family name.</param>
    /// <param name="number">The site was given the national number.</param>
    public ProvenLogin Proof(
        char who = 'a', ChallengePurpose? purpose = null, string[]? keys = null, bool test = false, string name = "Anna,Peeters", bool number = false)
    {
        var identity = new ClaimsIdentity(Card);
        identity.AddClaim(new Claim(BelgianEidClaimTypes.GivenName, name.Split(',')[0]));
        identity.AddClaim(new Claim(BelgianEidClaimTypes.FamilyName, name.Split(',')[1]));
        identity.AddClaim(new Claim(BelgianEidClaimTypes.AuthenticationTime, Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        if (test)
        {
            identity.AddClaim(new Claim(BelgianEidClaimTypes.TestTrust, "true"));
        }

        if (number)
        {
            identity.AddClaim(new Claim(BelgianEidClaimTypes.NationalNumber, "85073000000"));
        }

        var linkKeys = (keys ?? ["1"]).Select(key => LinkKey.Of(new EidSubject(key, Subject(who, key)), test));
        return new ProvenLogin(Card, [.. linkKeys], purpose ?? ChallengePurpose.Login, new ClaimsPrincipal(identity), Clock.GetUtcNow(), null) { IsCard = true };
    }

    /// <summary>A login of the other remote scheme.</summary>
    public ProvenLogin OtherProof(string sub = "gate-7", ChallengePurpose? purpose = null) =>
        new(Other, [sub], purpose ?? ChallengePurpose.Login, new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", sub)], Other)), Clock.GetUtcNow(), null);

    /// <summary>43 characters, other ones under each key.</summary>
    public static string Subject(char who, string key) => $"{who}_{key}_".PadRight(43, who);

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
