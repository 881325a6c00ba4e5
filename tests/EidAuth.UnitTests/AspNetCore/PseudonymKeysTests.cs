using EidAuth.AspNetCore;
using EidAuth.Testing;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>Pseudonym keys as a list, the newest first, while accounts move from one to the next.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class PseudonymKeysTests : IDisposable
{
    private const string NewKey = "AQECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-keys-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_newest_key_makes_the_subject_and_the_others_still_know_the_person()
    {
        await using var single = await Town.StartAsync();
        await using var town = await StartAsync(Key("2026-b", NewKey), Key("1", Town.PseudonymKey));
        var pseudonym = Options(town).Setup!.Pseudonym!;
        var subjects = pseudonym.SubjectsOf("00000000097");

        Assert.Equal(["2026-b", "1"], subjects.Select(subject => subject.KeyId));
        Assert.Equal(pseudonym.Of("00000000097"), subjects[0].Value);
        Assert.Equal("_jO2XKPAAF2Z3L136-PVZQMEdCQFt5bssehS-N_MvQI", subjects[1].Value);
        Assert.NotEqual(subjects[0].Value, subjects[1].Value);
        Assert.Equal(["2026-b", "1"], Options(town).SubjectKeyIds);
        Assert.Equal(["1"], Options(single).SubjectKeyIds);
        Assert.Empty(new BelgianEidOptions().SubjectKeyIds);
    }

    [Fact]
    public async Task A_list_in_the_configuration_is_read_with_keys_and_files()
    {
        var file = Path.Combine(folder.FullName, "old.key");
        await File.WriteAllTextAsync(file, Town.PseudonymKey + "\n", TestContext.Current.CancellationToken);
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Eid:Origins:0"] = "https://loket.example.be",
            ["Eid:SiteId"] = "example.be/loket",
            ["Eid:PseudonymKeys:0:Id"] = "2",
            ["Eid:PseudonymKeys:0:Key"] = NewKey,
            ["Eid:PseudonymKeys:1:Id"] = "1",
            ["Eid:PseudonymKeys:1:File"] = file,
        });
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddBelgianEid(builder.Configuration.GetSection("Eid"));
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        var options = app.Services.GetRequiredService<IOptionsMonitor<BelgianEidOptions>>().Get(BelgianEidDefaults.AuthenticationScheme);
        Assert.Equal(["2", "1"], options.SubjectKeyIds);
        Assert.Equal("_jO2XKPAAF2Z3L136-PVZQMEdCQFt5bssehS-N_MvQI", options.Setup!.Pseudonym!.SubjectsOf("00000000097")[1].Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("sleutel-é")]
    [InlineData("a.b")]
    [InlineData("123456789012345678901234567890123")]
    public async Task A_key_needs_a_name_of_its_alphabet(string? id) =>
        await RefusesAsync("Eid:PseudonymKeys:1:Id needs a name", Key("2", NewKey), Key(id, Town.PseudonymKey));

    [Theory]
    [InlineData("a")]
    [InlineData("Key_2-b")]
    [InlineData("12345678901234567890123456789012")]
    public async Task Names_of_its_alphabet_do(string id)
    {
        await using var town = await StartAsync(Key(id, NewKey));
        Assert.Equal([id], Options(town).SubjectKeyIds);
    }

    [Fact]
    public async Task Two_keys_of_one_name() => await RefusesAsync("two keys with the Id \"1\"", Key("1", NewKey), Key("1", Town.PseudonymKey));

    [Fact]
    public async Task One_key_under_two_names() => await RefusesAsync("one key twice, as \"2\" and \"1\"", Key("2", NewKey), Key("1", NewKey));

    [Fact]
    public async Task A_key_that_is_none() => await RefusesAsync("Eid:PseudonymKeys:1 is not base64 of 32 bytes", Key("2", NewKey), Key("1", "AQID"));

    [Fact]
    public async Task Neither_key_nor_file() => await RefusesAsync("Eid:PseudonymKeys:0 needs Key or File", new BelgianEidPseudonymKey { Id = "2" });

    [Fact]
    public async Task Both_key_and_file() => await RefusesAsync("Eid:PseudonymKeys:0 needs Key or File", new BelgianEidPseudonymKey { Id = "2", Key = NewKey, File = "x" });

    [Fact]
    public async Task A_file_that_cannot_be_read() =>
        await RefusesAsync("Eid:PseudonymKeys:0:File cannot be read", new BelgianEidPseudonymKey { Id = "2", File = Path.Combine(folder.FullName, "none") });

    [Fact]
    public async Task A_list_beside_a_single_key()
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => Town.StartAsync(options => options.PseudonymKeys.Add(Key("2", NewKey))));
        Assert.Contains("move that one into the list", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_message_has_a_key_in_it()
    {
        var message = await RefusesAsync("one key twice", Key("2", NewKey), Key("1", NewKey));
        Assert.DoesNotContain(NewKey, message, StringComparison.Ordinal);
    }

    private static BelgianEidPseudonymKey Key(string? id, string key) => new() { Id = id, Key = key };

    private static BelgianEidOptions Options(Town town) =>
        town.Services.GetRequiredService<IOptionsMonitor<BelgianEidOptions>>().Get(BelgianEidDefaults.AuthenticationScheme);

    private static Task<Town> StartAsync(params BelgianEidPseudonymKey[] keys) => Town.StartAsync(options =>
    {
        options.PseudonymKey = null;
        foreach (var key in keys)
        {
            options.PseudonymKeys.Add(key);
        }
    });

    private static async Task<string> RefusesAsync(string says, params BelgianEidPseudonymKey[] keys)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(keys));
        Assert.Contains(says, exception.Message, StringComparison.Ordinal);
        return exception.Message;
    }
}
