using System.Net;
using System.Security.Cryptography;
using EidAuth.AspNetCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TownSite.Accounts;
using TownSite.Counter.Requests;
using TownSite.Data;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite.Counter;

/// <summary>A town with postal code 2500, a folder for its mails, and accounts by name. Started once for a class; each test takes accounts of its own.</summary>
public class CounterWorld : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private RunningTown? town;

    private RunningTown Town => town!;

    public async ValueTask InitializeAsync() =>
        town = await RunningTown.StartAsync([$"--Town:MailFolder={folder.Path}", "--Eid:Fields:Address=Optional", "--Eid:Fields:PostalCodes:0=2500", .. await DatabaseAsync()]);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (town is not null)
        {
            await town.DisposeAsync();
        }

        folder.Dispose();
    }

    /// <summary>The setting of another database than the town's own file.</summary>
    protected virtual Task<string[]> DatabaseAsync() => Task.FromResult<string[]>([]);

    internal string MailFolder => folder.Path;

    internal Visitor NewVisitor(string language = "en") => Town.NewVisitor(language);

    /// <summary>A new account, logged in by password.</summary>
    internal async Task<(Visitor Visitor, string Id)> NewCitizenAsync(string language = "en", string mailLanguage = "en", bool officer = false, string givenName = "An")
    {
        var name = "p" + Guid.NewGuid().ToString("N")[..12];
        var id = "";
        await WithAsync(async services =>
        {
            var users = services.GetRequiredService<UserManager<TownUser>>();
            var user = new TownUser
            {
                UserName = name,
                Email = name + "@mail.example",
                GivenName = givenName,
                FamilyName = "Peeters",
                Language = mailLanguage,
                CreatedAt = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero),
            };
            Assert.True((await users.CreateAsync(user, "voorbeeld-1234")).Succeeded);
            if (officer)
            {
                Assert.True((await users.AddToRoleAsync(user, TownRoles.Officer)).Succeeded);
            }

            id = user.Id;
        });
        var visitor = Town.NewVisitor(language, new IPAddress([127, 1, (byte)RandomNumberGenerator.GetInt32(256), (byte)RandomNumberGenerator.GetInt32(1, 255)]));
        Assert.Equal("/me", (await visitor.LogInAsync(userName: name)).Location);
        return (visitor, id);
    }

    internal async Task<Visitor> NewOfficerAsync(string language = "en", string givenName = "Lou") => (await NewCitizenAsync(language, officer: true, givenName: givenName)).Visitor;

    internal async Task WithAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = Town.Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    /// <summary>What stands in the database of one account's requests.</summary>
    internal async Task<List<ServiceRequest>> RequestsOfAsync(string id)
    {
        List<ServiceRequest> found = [];
        await WithAsync(async services => found = await services.GetRequiredService<TownContext>().Set<ServiceRequest>()
            .Include(request => request.Events).Include(request => request.Looks).Where(request => request.AskerId == id).ToListAsync());
        return found;
    }

    /// <summary>Gives an account what a card would have proven.</summary>
    internal Task ProveAsync(string id, params (string Name, string Value)[] fields) => WithAsync(async services =>
    {
        var context = services.GetRequiredService<TownContext>();
        context.AddRange(fields.Select(field => new ProfileField
        {
            UserId = id,
            Name = field.Name,
            Value = field.Value,
            Source = field.Name is BelgianEidClaimTypes.GivenName or BelgianEidClaimTypes.FamilyName ? ProfileSource.Certificate : ProfileSource.NationalRegisterSignature,
            ReadAt = TimeProvider.System.GetUtcNow(),
        }));
        await context.SaveChangesAsync();
    });

    /// <summary>The mails to one account, as files.</summary>
    internal async Task<List<string>> MailsToAsync(string id)
    {
        var address = "";
        await WithAsync(async services => address = (await services.GetRequiredService<TownContext>().Users.SingleAsync(user => user.Id == id)).Email!);
        return [.. Directory.GetFiles(MailFolder, "*.eml").Select(File.ReadAllText).Where(mail => mail.Contains($"\r\nTo: {address}\r\n", StringComparison.Ordinal))];
    }
}
