using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.E2ETests.Browsers;
using EidAuth.Testing.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TownSite;

namespace EidAuth.E2ETests.Town;

/// <summary>
/// The sample town in production settings on <c>https://town.test:PORT</c>, with a certificate of its own CA; or on <c>http://localhost:PORT</c>, where not only the
/// browser but every program of this computer finds it.
/// </summary>
internal sealed class OpenTown : IAsyncDisposable
{
    private const string Host = "town.test";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-town-");
    private readonly X509Certificate2 certificate = TownCertificate.Issue(Host);
    private readonly int port = FreePort.Take();
    private readonly bool onLocalhost;
    private readonly WebApplication site;

    internal OpenTown(bool onLocalhost, int agentPort, string testAnchors, ILoggerProvider log, params IEnumerable<string> settings)
    {
        this.onLocalhost = onLocalhost;
        var pfx = Path.Combine(folder.FullName, "town.pfx");
        File.WriteAllBytes(pfx, certificate.Export(X509ContentType.Pkcs12));
        site = Site.Build([
            "--environment=Production",
            .. Listening(pfx),
            .. settings.Any(setting => setting.StartsWith("--Eid:PseudonymKeys:", StringComparison.Ordinal)) ? [] : new[] { $"--Eid:PseudonymKey={NewKey()}" },
            string.Create(CultureInfo.InvariantCulture, $"--Eid:AgentPort={agentPort}"),
            $"--Eid:TestAnchors={testAnchors}",
            $"--Town:Database={Path.Combine(folder.FullName, "town.db")}",
            "--Town:MigrateAtStart=true",
            $"--Town:MailFolder={MailFolder}",

            // What is asked of officers in production, OfficeCardTests has; here they have no cards of their own.
            "--Town:OfficersUseCard=false",
            .. settings]);
        site.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
    }

    /// <summary>Without a slash at the end.</summary>
    internal string Address => string.Create(CultureInfo.InvariantCulture, $"{(onLocalhost ? "http://localhost" : "https://" + Host)}:{port}");

    /// <summary>Where the town puts its mails for a mail server to take.</summary>
    internal string MailFolder => Directory.CreateDirectory(Path.Combine(folder.FullName, "mail")).FullName;

    /// <summary>Null on localhost: there it needs no more than its address.</summary>
    internal TownAddress? ForBrowsers => onLocalhost ? null : new(Host, port, TownCertificate.KeyPin(certificate));

    internal IServiceProvider Services => site.Services;

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        certificate.Dispose();
        folder.Delete(recursive: true);
    }

    internal Task StartAsync(CancellationToken cancellation) => site.StartAsync(cancellation);

    /// <summary>A pseudonym key.</summary>
    internal static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private string[] Listening(string pfx) => onLocalhost
        ? ["--Kestrel:Endpoints:Town:Url=" + Address, "--Eid:Origins:0=" + Address]
        : [$"--Kestrel:Endpoints:Town:Url=https://127.0.0.1:{port}", "--Kestrel:Endpoints:Town:Certificate:Path=" + pfx, .. OpenOrigin.Arguments(Address)];
}
