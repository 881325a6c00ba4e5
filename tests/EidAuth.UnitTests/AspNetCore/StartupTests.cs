using EidAuth.AspNetCore;
using EidAuth.Testing;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>A site that cannot take logins does not start, and says what to write; what it can live with it logs.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class StartupTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-town-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task No_origin() => await RefusesAsync(options => options.Origins.Clear(), "Eid:Origins needs at least one origin", "https://loket.example.be");

    [Theory]
    [InlineData("http://loket.example.be")]
    [InlineData("loket.example.be")]
    [InlineData("https://loket.example.be/")]
    [InlineData("https://loket.example.be/pad")]
    [InlineData("https://*.example.be")]
    public async Task An_origin_that_is_none(string origin) =>
        await RefusesAsync(options => options.Origins.Add(origin), $"Eid:Origins: \"{origin}\" is no origin", "https://loket.example.be");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" loket")]
    [InlineData("lo\0ket")]
    public async Task No_site_id(string? id) => await RefusesAsync(options => options.SiteId = id, "Eid:SiteId needs a name", "example.be/loket");

    [Fact]
    public async Task No_pseudonym_key() =>
        await RefusesAsync(options => options.PseudonymKey = null, "The pseudonym key is missing", "openssl rand -base64 32");

    [Fact]
    public async Task A_pseudonym_key_that_is_none_is_not_repeated()
    {
        var message = await RefusesAsync(options => options.PseudonymKey = "c2hvcnQ=", "is not base64 of 32 bytes", "openssl rand -base64 32");
        Assert.DoesNotContain("c2hvcnQ=", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_pseudonym_keys() => await RefusesAsync(options => options.PseudonymKeyFile = "key", "are both given", "remove one");

    [Fact]
    public async Task A_pseudonym_key_file_that_is_not_there() => await RefusesAsync(
        options => (options.PseudonymKey, options.PseudonymKeyFile) = (null, Path.Combine(folder.FullName, "none")), "cannot be read", "Eid:PseudonymKeyFile");

    [Fact]
    public async Task No_name_of_the_key() => await RefusesAsync(options => options.PseudonymKeyId = " ", "Eid:PseudonymKeyId needs a name", "\"1\"");

    [Theory]
    [InlineData(0)]
    [InlineData(65536)]
    public async Task A_port_that_is_none(int port) => await RefusesAsync(options => options.AgentPort = port, "Eid:AgentPort is a port", "65535");

    [Theory]
    [InlineData("00:00:59")]
    [InlineData("00:05:01")]
    public async Task A_lifetime_out_of_bounds(string lifetime) => await RefusesAsync(
        options => options.LoginLifetime = TimeSpan.Parse(lifetime, System.Globalization.CultureInfo.InvariantCulture), "between one and five minutes", "00:05:00");

    [Fact]
    public async Task Nothing_that_keeps_the_person_logged_in() =>
        await RefusesAsync(options => options.SignInScheme = BelgianEidDefaults.AuthenticationScheme, "another scheme keeps the person logged in", ".AddCookie()");

    [Fact]
    public async Task A_folder_of_test_anchors_that_is_not_there() => await RefusesAsync(
        options => options.Trust.UseTestAnchors(Path.Combine(folder.FullName, "none")), "Eid:Trust:TestAnchorsFolder: There is no folder", "none");

    [Fact]
    public async Task A_folder_of_issuers_that_is_not_there() => await RefusesAsync(
        options => options.IssuersFolder = Path.Combine(folder.FullName, "none"), "Eid:IssuersFolder: There is no folder", "leave the option out");

    [Fact]
    public async Task A_folder_for_kept_issuers_that_cannot_be_made() => await RefusesAsync(
        options => options.KeptIssuersFolder = "/proc/eidauth/issuers", "Eid:KeptIssuersFolder a folder that this user may make or write", "/var/lib/loket/issuers");

    [Fact]
    public async Task All_messages_come_at_once()
    {
        var message = await RefusesAsync(options => (options.SiteId, options.PseudonymKey) = (null, null), "Eid:SiteId", "openssl rand -base64 32");
        Assert.DoesNotContain("Eid:Origins", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_can_be_in_a_file()
    {
        var file = Path.Combine(folder.FullName, "pseudonym.key");
        await File.WriteAllTextAsync(file, Town.PseudonymKey + "\n", TestContext.Current.CancellationToken);
        await using var town = await Town.StartAsync(options => (options.PseudonymKey, options.PseudonymKeyFile) = (null, file));
        Assert.Equal("_jO2XKPAAF2Z3L136-PVZQMEdCQFt5bssehS-N_MvQI", Options(town).Setup!.Pseudonym!.Of("00000000097"));
    }

    [Fact]
    public async Task In_development_a_key_is_made_once_for_its_owner_alone()
    {
        var file = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "eidauth", "pseudonym-development.key");
        await using var first = await Town.StartAsync(options => options.PseudonymKey = null, environment: "Development");
        await using var second = await Town.StartAsync(options => options.PseudonymKey = null, environment: "Development");
        Assert.Equal(Options(first).Setup!.Pseudonym!.Of("00000000097"), Options(second).Setup!.Pseudonym!.Of("00000000097"));
        Assert.Equal(32, Convert.FromBase64String((await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Trim()).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Three_lines_and_a_configuration_section_are_a_site()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Eid:Origins:0"] = "https://loket.example.be",
            ["Eid:SiteId"] = "example.be/loket",
            ["Eid:PseudonymKey"] = Town.PseudonymKey,
            ["Eid:PseudonymKeyId"] = "2026",
            ["Eid:FailurePath"] = "/login",
            ["Eid:LoginLifetime"] = "00:03:00",
            ["Eid:AgentPort"] = "40000",
            ["Eid:IncludeNationalNumber"] = "true",
        });
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie()
            .AddBelgianEid(builder.Configuration.GetSection("Eid"));
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        var options = app.Services.GetRequiredService<IOptionsMonitor<BelgianEidOptions>>().Get(BelgianEidDefaults.AuthenticationScheme);
        Assert.Equal(["https://loket.example.be"], options.Origins);
        Assert.Equal("/login", options.FailurePath.Value);
        Assert.Equal(TimeSpan.FromMinutes(3), options.LoginLifetime);
        Assert.Equal(40000, options.AgentPort);
        Assert.True(options.IncludeNationalNumber);
        Assert.Equal("2026", options.PseudonymKeyId);
        Assert.Equal(CookieAuthenticationDefaults.AuthenticationScheme, options.SignInScheme);
    }

    [Fact]
    public async Task Data_protection_keys_nobody_persisted_are_an_error_in_the_log_and_a_warning_in_development()
    {
        await using var production = await Town.StartAsync();
        var line = Assert.Single(production.Log.Of(3005));
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.Contains("PersistKeysToFileSystem", line.Text, StringComparison.Ordinal);

        await using var development = await Town.StartAsync(environment: "Development");
        Assert.Equal(LogLevel.Warning, Assert.Single(development.Log.Of(3006)).Level);
        Assert.Empty(development.Log.Of(3005));
    }

    [Fact]
    public async Task Persisted_keys_are_no_line()
    {
        await using var town = await Town.StartAsync(services: services => services.AddDataProtection().PersistKeysToFileSystem(folder));
        Assert.Empty(town.Log.Of(3005));
        Assert.Empty(town.Log.Of(3006));
    }

    [Fact]
    public async Task The_log_says_that_memory_serves_one_server_and_that_no_issuers_are_held()
    {
        await using var town = await Town.StartAsync();
        Assert.Single(town.Log.Of(3002));
        Assert.Single(town.Log.Of(3003));
        Assert.Empty(town.Log.Of(3001));
        Assert.Empty(town.Log.Of(3004));
    }

    [Fact]
    public async Task The_log_says_that_the_national_number_is_given()
    {
        await using var town = await Town.StartAsync(options => options.IncludeNationalNumber = true);
        Assert.Equal(LogLevel.Warning, Assert.Single(town.Log.Of(3004)).Level);
    }

    private static BelgianEidOptions Options(Town town) =>
        town.Services.GetRequiredService<IOptionsMonitor<BelgianEidOptions>>().Get(BelgianEidDefaults.AuthenticationScheme);

    private static async Task<string> RefusesAsync(Action<BelgianEidOptions> spoil, string says, string andHow)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => Town.StartAsync(spoil));
        Assert.Contains(says, exception.Message, StringComparison.Ordinal);
        Assert.Contains(andHow, exception.Message, StringComparison.Ordinal);
        return exception.Message;
    }
}
