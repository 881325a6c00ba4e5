using System.Net;
using EidAuth.E2ETests.Town;
using EidAuth.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace EidAuth.E2ETests.Browsers;

/// <summary>That both browsers do what the login tests rely on.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class BrowserTests
{
    private const string Page = """
        <!doctype html><meta charset="utf-8"><title>t</title><form method="post" action="/greet"><input name="who"><button>Greet</button></form>
        """;

    [Theory]
    [InlineData(BrowserKind.Chromium)]
    [InlineData(BrowserKind.Firefox)]
    public async Task A_public_https_page_is_filled_in_clicked_and_read(BrowserKind kind)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var certificate = TownCertificate.Issue("town.test");
        await using var town = Start(certificate, app =>
        {
            app.MapGet("/", () => Results.Content(Page, "text/html"));
            app.MapPost("/greet", async (HttpRequest request) => Results.Content("<!doctype html><meta charset=\"utf-8\">Hello " + (await request.ReadFormAsync())["who"], "text/html"));
        });
        await using var local = Start(null, app => app.MapGet("/", () => Results.Content("here is loopback", "text/html")));
        var port = new Uri(town.Urls.Single()).Port;
        await using var browser = await Browser.StartAsync(kind, new TownAddress("town.test", port, TownCertificate.KeyPin(certificate)), cancellation);

        var tab = await browser.OpenTabAsync();
        await tab.GoToAsync($"https://town.test:{port}/");
        var fetch = tab.EvaluateAsync($"Promise.race([fetch('{local.Urls.Single()}', {{mode: 'no-cors'}}).then(() => 'answered', () => 'no answer'), new Promise(late => setTimeout(late, 3000, 'no answer'))])");
        Assert.Equal("\"no answer\"", await fetch);

        await tab.FillAsync("input[name=who]", "Zoë");
        await tab.ClickAsync("button");
        await tab.WaitForTextAsync("Hello Zoë", cancellation);
        Assert.Equal($"https://town.test:{port}/greet", await tab.AddressAsync());
        Assert.Equal("4", await tab.EvaluateAsync("2 + 2"));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], (await tab.ScreenshotAsync())[..4]);

        var second = await browser.OpenTabAsync();
        await second.GoToAsync(local.Urls.Single());
        await second.WaitForTextAsync("here is loopback", cancellation);
        Assert.Equal($"https://town.test:{port}/greet", await tab.AddressAsync());
    }

    private static WebApplication Start(System.Security.Cryptography.X509Certificates.X509Certificate2? certificate, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        var app = builder.Build();
        map(app);
        app.Start();
        return app;
    }
}
