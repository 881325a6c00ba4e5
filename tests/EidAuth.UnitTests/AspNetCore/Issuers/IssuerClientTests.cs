using System.Text;
using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Issuers;
using EidAuth.AspNetCore.Transport;
using EidAuth.Testing;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Issuers;

/// <summary>The carrier of issuing CAs: what it hands over, and how often it goes out.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class IssuerClientTests : HttpMessageHandler
{
    private readonly ManualTimeProvider clock = new();
    private readonly CapturedLog log = new();
    private byte[] body = [0x30, 0x00];
    private int requests;

    [Fact]
    public async Task Der_is_handed_over_as_it_came() => Assert.Equal([[0x30, 0x00]], await FetchAsync());

    [Fact]
    public async Task Of_a_pem_text_each_certificate_up_to_four_and_nothing_else()
    {
        static string Pem(string label, params byte[] der) => $"-----BEGIN {label}-----\n{Convert.ToBase64String(der)}\n-----END {label}-----\n";
        body = Encoding.ASCII.GetBytes("text before\n" + Pem("PUBLIC KEY", 9) + string.Concat(Enumerable.Range(1, 6).Select(i => Pem("CERTIFICATE", (byte)i))));
        Assert.Equal([[1], [2], [3], [4]], await FetchAsync());
    }

    [Theory]
    [InlineData("<html>portal</html>")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAA")]
    [InlineData("-----BEGIN CERTIFICATE-----\n\u00e9\n-----END CERTIFICATE-----")]
    [InlineData("")]
    public async Task Anything_else_is_nothing(string text)
    {
        body = Encoding.Latin1.GetBytes(text);
        Assert.Empty(await FetchAsync());
    }

    [Theory]
    [InlineData(16 * 1024, 1)]
    [InlineData((16 * 1024) + 1, 0)]
    public async Task Sixteen_kib_and_not_a_byte_more(int length, int count)
    {
        body = new byte[length];
        body[0] = 0x30;
        Assert.Equal(count, (await FetchAsync()).Count);
    }

    [Fact]
    public async Task Thirty_addresses_in_a_minute_and_then_none_until_the_next()
    {
        await using var services = Services();
        for (var i = 0; i < 30; i++)
        {
            Assert.Single(await FetchAsync(services, $"http://127.0.0.1:8888/{i}.crt"));
        }

        Assert.Empty(await FetchAsync(services, "http://127.0.0.1:8888/30.crt"));
        Assert.Equal(30, requests);
        Assert.Contains("RateLimit", Assert.Single(log.Of(3039)).Text, StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(await FetchAsync(services, "http://127.0.0.1:8888/30.crt"));
    }

    [Fact]
    public async Task What_was_fetched_is_used_for_ten_seconds_and_then_fetched_again()
    {
        await using var services = Services();
        await FetchAsync(services);
        clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Single(await FetchAsync(services));
        Assert.Equal(1, requests);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await FetchAsync(services);
        Assert.Equal(2, requests);
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref requests);
        return Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(body) });
    }

    private async Task<IReadOnlyList<byte[]>> FetchAsync()
    {
        await using var services = Services();
        return await FetchAsync(services);
    }

    private static async Task<IReadOnlyList<byte[]>> FetchAsync(IServiceProvider services, string address = "http://127.0.0.1:8888/citizen.crt")
    {
        using var budget = new LoginBudget(services.GetRequiredService<TimeProvider>(), TimeSpan.FromSeconds(4));
        return await services.GetRequiredService<IssuerClient>().FetchAsync(new Uri(address), budget, TestContext.Current.CancellationToken);
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddLogging(logging => logging.AddProvider(log));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddBelgianEid(_ => { });
        services.AddHttpClient(BelgianEidDefaults.PkiHttpClient).ConfigurePrimaryHttpMessageHandler(() => this);
        return services.BuildServiceProvider();
    }
}
