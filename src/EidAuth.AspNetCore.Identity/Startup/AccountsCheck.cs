using System.Globalization;
using EidAuth.AspNetCore.Identity.Data;
using EidAuth.AspNetCore.Identity.Links;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EidAuth.AspNetCore.Identity.Startup;

/// <summary>
/// Keeps a site from starting without a pseudonym key that accounts are linked under: their people would be strangers, and would get second accounts. Says how many
/// each key still has, so that an operator knows when an older one can go.
/// </summary>
internal sealed class AccountsCheck<TUser>(
    IServiceScopeFactory scopes,
    IAuthenticationSchemeProvider schemes,
    IOptionsMonitor<BelgianEidOptions> eid,
    IOptions<EidAccountsOptions<TUser>> options,
    ILogger<AccountsCheck<TUser>> logger) : IHostedService
    where TUser : IdentityUser<string>
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Names is null)
        {
            AccountsLog.NoNames(logger);
        }

        await using var scope = scopes.CreateAsyncScope();
        var data = scope.ServiceProvider.GetRequiredService<AccountContext>();
        if (data.Context.Model.FindEntityType(typeof(EidAccountEvent)) is null)
        {
            throw new InvalidOperationException("The model of the site's accounts lacks what links need: call builder.AddEidAccounts() in OnModelCreating, after base.OnModelCreating(builder).");
        }

        foreach (var scheme in (await schemes.GetAllSchemesAsync()).Where(scheme => scheme.HandlerType == typeof(BelgianEidHandler)))
        {
            Check(scheme.Name, eid.Get(scheme.Name), await CountAsync(data, scheme.Name, cancellationToken));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<Dictionary<string, int>> CountAsync(AccountContext data, string scheme, CancellationToken cancellation) =>
        await data.Links.Where(link => link.LoginProvider == scheme)
            .GroupBy(link => link.ProviderKey.Substring(LinkKey.SubjectLength + 1))
            .Select(group => new { End = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.End, group => group.Count, cancellation);

    private void Check(string scheme, BelgianEidOptions site, Dictionary<string, int> ends)
    {
        var counts = ends.GroupBy(end => LinkKey.KeyId(end.Key)).ToDictionary(group => group.Key, group => group.Sum(end => end.Value));
        var known = site.SubjectKeyIds;
        var missing = counts.Where(count => !known.Contains(count.Key)).OrderBy(count => count.Key, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            var list = string.Join(", ", missing.Select(count => string.Create(CultureInfo.InvariantCulture, $"\"{count.Key}\" ({count.Value} accounts)")));
            throw new InvalidOperationException(
                $"{scheme}: accounts are linked under pseudonym keys that are not in Eid:PseudonymKeys: {list}. Put these keys back behind the newest; without them their people are strangers. A key can go when the log counts 0 for it.");
        }

        AccountsLog.NewestKey(logger, scheme, known[0], counts.GetValueOrDefault(known[0]));
        foreach (var older in known.Skip(1))
        {
            AccountsLog.OlderKey(logger, scheme, older, counts.GetValueOrDefault(older));
        }

        var test = ends.Where(end => LinkKey.IsTest(end.Key)).Sum(end => end.Value);
        if (test > 0 && site.Trust.TestAnchorsFolder is null)
        {
            AccountsLog.TestLinks(logger, scheme, test);
        }
    }
}
