using System.Globalization;
using System.Net;
using Demo.Smoke;
using EidAgent.Logins;
using Xunit;

namespace EidAuth.IntegrationTests.Ports;

/// <summary>
/// A browser of one of the users: each request is a program (curl) that runs as that user, with the headers browsers send. Cookies are kept where it was given a file for them; for curl, as
/// for browsers, http://localhost may have Secure ones.
/// </summary>
/// <param name="computer">The computer.</param>
/// <param name="user">Who sits at it.</param>
/// <param name="port">The port of the agent.</param>
/// <param name="cookies">The user's file of cookies, or null.</param>
internal sealed class UserBrowser(SharedComputer computer, uint user, int port, string? cookies = null)
{
    /// <summary>A login request of a site.</summary>
    public static string LoginPath(string nonce) =>
        $"/login?v=1&nonce={Uri.EscapeDataString(nonce)}&return_to=https%3A%2F%2Floket.example.be%2Fsignin-eid&state=AAECAwQFBgcICQoLDA0ODw&lang=nl";

    private string Origin => $"http://127.0.0.1:{port}";

    /// <summary>A navigation, redirects followed.</summary>
    public Task<Page> OpenAsync(string path, string site = "cross-site") => RunAsync(site, Origin + path);

    /// <summary>A button of a page that was opened.</summary>
    public Task<Page> SubmitAsync(HtmlForm form, string site = "same-origin") => RunAsync(
        site,
        ["-H", $"Origin: {Origin}", .. form.Fields.SelectMany(field => new[] { "--data-urlencode", $"{field.Key}={field.Value}" }), form.Action.AbsoluteUri]);

    /// <summary>A whole login, up to the form that carries the token to the site.</summary>
    public async Task<HtmlForm> LogInAsync(string nonce) => await SignAsync(await OpenAsync(LoginPath(nonce)));

    /// <summary>A whole login by road 1, from the town's link over the agent back to the town; the page on which it ends.</summary>
    public async Task<Page> LogInAsync(UserTown town) =>
        await SubmitAsync(await SignAsync(await RunAsync("cross-site", new Uri(town.Address, "eid").AbsoluteUri)), "cross-site");

    private async Task<HtmlForm> SignAsync(Page page)
    {
        HtmlForm? agree;
        while ((agree = page.FormTo("/continue")) is null)
        {
            Assert.True(page.Status == HttpStatusCode.OK, $"{page.Status} {page.Html}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
            page = await OpenAsync(page.Address.AbsolutePath, "same-origin");
        }

        page = await ContinueAsync(agree);
        HtmlForm? back;
        while ((back = page.FormTo("/signin-eid")) is null)
        {
            Assert.True(page.Status == HttpStatusCode.OK, $"{page.Status} {page.Html}");
            await Task.Delay(50, TestContext.Current.CancellationToken);

            // The other login of this user may have taken the reader meanwhile.
            page = page.FormTo("/continue") is { } again ? await ContinueAsync(again) : await OpenAsync(page.Address.AbsolutePath, "same-origin");
        }

        return back;
    }

    // As a person does, who looks at the page first: a press that comes sooner does not count.
    private async Task<Page> ContinueAsync(HtmlForm agree)
    {
        await Task.Delay(ConsentState.ReadingTime + TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        return await SubmitAsync(agree);
    }

    private async Task<Page> RunAsync(string site, params string[] arguments)
    {
        var ended = await computer.RunAsync(
            user,
            [
                "curl", "--silent", "--show-error", "--location", "--noproxy", "*", "--max-time", "60", "--write-out", "\n%{http_code} %{url_effective}",
                "-H", "Sec-Fetch-Mode: navigate", "-H", "Sec-Fetch-Dest: document", "-H", $"Sec-Fetch-Site: {site}",
                .. cookies is null ? [] : new[] { "--cookie", cookies, "--cookie-jar", cookies }, .. arguments,
            ]);
        Assert.True(ended.ExitCode == 0, ended.All);
        var output = ended.StandardOutput.TrimEnd();
        var end = output[(output.LastIndexOf('\n') + 1)..].Split(' ');
        return new Page(new Uri(end[1]), (HttpStatusCode)int.Parse(end[0], CultureInfo.InvariantCulture), output[..output.LastIndexOf('\n')]);
    }
}
