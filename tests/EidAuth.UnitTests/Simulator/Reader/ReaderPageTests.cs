using System.Net;
using System.Text;
using EidAuth.PcSc;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Reader;

[Trait("Group", TestGroup.FirstLogin)]
public class ReaderPageTests
{
    private const string Ask = "1E1E8947040C0402010813000000000D000000002000010820FFFFFFFFFFFFFF";

    [Fact]
    public async Task The_page_shows_display_keys_and_cards()
    {
        await using var page = await RunningPage.StartAsync();

        var html = await page.HtmlAsync();

        Assert.Contains("Insert your card", html, StringComparison.Ordinal);
        Assert.Contains("value=\"ok\"", html, StringComparison.Ordinal);
        Assert.Contains("Vermeersch", html, StringComparison.Ordinal);
        Assert.Contains("1 try left", html, StringComparison.Ordinal);
        Assert.Contains(">revoked<", html, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", html.Replace("{{7*7}}", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "Steek uw kaart in")]
    [InlineData("fr-BE", "Ins&#xE9;rez votre carte")]
    [InlineData("de", "Karte einstecken")]
    [InlineData("en-GB", "Insert your card")]
    public async Task The_page_speaks_the_browsers_language(string accepted, string expected)
    {
        await using var page = await RunningPage.StartAsync();

        var html = await page.HtmlAsync("/", ("Accept-Language", accepted));

        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{accepted[..2]}\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_without_keys_shows_none()
    {
        await using var page = await RunningPage.StartAsync(pinPad: false);

        var html = await page.HtmlAsync();

        Assert.DoesNotContain("value=\"ok\"", html, StringComparison.Ordinal);
        Assert.Contains("This reader has no keypad", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_name_stays_text()
    {
        await using var page = await RunningPage.StartAsync(pinPad: true, "hostile-name");

        var html = await page.HtmlAsync();

        Assert.Contains("<bdi class=\"surname\">&lt;script&gt;alert(&#x27;eid&#x27;)&lt;/script&gt;&#xFFFD;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("</title>\0", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&#x202E;", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("{{7*7}}", html, StringComparison.Ordinal);
        Assert.Single(html.Split("<script ")[1..]);
    }

    [Fact]
    public async Task The_page_forbids_frames_inline_script_and_foreign_content()
    {
        await using var page = await RunningPage.StartAsync();
        using var response = await page.GetAsync("/");

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.DoesNotContain("style=", await page.HtmlAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:PORT", HttpStatusCode.OK)]
    [InlineData("localhost:PORT", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1:1", HttpStatusCode.MisdirectedRequest)]
    [InlineData("evil.example:PORT", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example:PORT", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.:PORT", HttpStatusCode.MisdirectedRequest)]
    public async Task Only_the_exact_host_is_served(string host, HttpStatusCode expected)
    {
        await using var page = await RunningPage.StartAsync();

        foreach (var path in (string[])["/", "/api/panel", "/assets/reader.js"])
        {
            using var response = await page.GetAsync(path, ("Host", host), ("X-EidAuth-Reader", "1"));
            Assert.Equal(expected, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_form_with_the_pages_token_inserts_and_removes_and_leads_back()
    {
        await using var page = await RunningPage.StartAsync();
        var token = await page.TokenAsync();

        using (var response = await page.SubmitAsync("/insert", [("token", token), ("lang", "nl"), ("card", "adult-18")], ("Origin", "http://127.0.0.1:PORT"), ("Sec-Fetch-Site", "same-origin")))
        {
            Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
            Assert.Equal("/?lang=nl", response.Headers.Location?.OriginalString);
        }

        Assert.Equal("adult-18", page.Bench.Reader.Card?.Id);
        using (var response = await page.SubmitAsync("/remove", [("token", token), ("lang", "//evil.example")]))
        {
            Assert.Equal("/?lang=en", response.Headers.Location?.OriginalString);
        }

        Assert.Null(page.Bench.Reader.Card);
    }

    [Fact]
    public async Task A_form_types_a_PIN_key_by_key()
    {
        await using var page = await RunningPage.StartAsync();
        page.Bench.Insert();
        using var handle = page.Bench.Connect();
        var token = await page.TokenAsync();
        var status = Task.Run(() => handle.Control(ControlCode.Of(3506), Ask), TestContext.Current.CancellationToken);
        await page.Bench.PanelAsync(panel => panel.KeypadWaits);

        foreach (var key in (string[])["1", "9", "c", "2", "3", "4", "ok"])
        {
            using var response = await page.SubmitAsync("/press", [("token", token), ("lang", "fr"), ("key", key)]);
            Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        }

        Assert.Equal("9000", await status);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    public async Task A_form_of_another_site_is_refused_even_with_a_token(string header, string value)
    {
        await using var page = await RunningPage.StartAsync();
        var token = await page.TokenAsync();

        using var response = await page.SubmitAsync("/insert", [("token", token), ("lang", "nl"), ("card", "adult-18")], (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Null(page.Bench.Reader.Card);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("not base64 at all !")]
    [InlineData(null)]
    public async Task A_form_without_the_pages_token_is_refused(string? token)
    {
        await using var page = await RunningPage.StartAsync();

        using var response = await page.SubmitAsync("/insert", token is null ? [("card", "adult-18")] : [("token", token), ("card", "adult-18")]);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Null(page.Bench.Reader.Card);
    }

    [Fact]
    public async Task The_token_of_another_run_is_no_use()
    {
        await using var earlier = await RunningPage.StartAsync();
        await using var page = await RunningPage.StartAsync();

        using var response = await page.SubmitAsync("/insert", [("token", await earlier.TokenAsync()), ("card", "adult-18")]);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("/insert", "card", "nobody")]
    [InlineData("/press", "key", "12")]
    [InlineData("/press", "key", "")]
    public async Task A_form_with_an_unknown_value_is_refused(string path, string name, string value)
    {
        await using var page = await RunningPage.StartAsync();

        using var response = await page.SubmitAsync(path, [("token", await page.TokenAsync()), (name, value)]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("/insert")]
    [InlineData("/remove")]
    [InlineData("/press")]
    public async Task Nothing_changes_by_GET(string path)
    {
        await using var page = await RunningPage.StartAsync();

        using var response = await page.GetAsync(path + "?card=adult-18&key=1");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Another_sites_page_may_link_to_the_page_but_not_fetch_or_embed_it()
    {
        await using var page = await RunningPage.StartAsync();

        using var link = await page.GetAsync("/", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Dest", "document"));
        using var frame = await page.GetAsync("/", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Dest", "iframe"));
        using var stream = await page.GetAsync("/events", ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Dest", "empty"));

        Assert.Equal(HttpStatusCode.OK, link.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, frame.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, stream.StatusCode);
    }

    [Fact]
    public async Task The_event_stream_tells_the_panel_and_each_change()
    {
        await using var page = await RunningPage.StartAsync();
        using var response = await page.SendAsync(HttpMethod.Get, "/events?lang=nl", null);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), Encoding.UTF8);

        Assert.Contains("\"text\":\"Steek uw kaart in\"", await NextAsync(lines), StringComparison.Ordinal);
        page.Bench.Insert();
        var inserted = await NextAsync(lines);

        Assert.Contains("\"card\":\"adult-18\"", inserted, StringComparison.Ordinal);
        Assert.Contains("\"display\":\"Ready\"", inserted, StringComparison.Ordinal);
        Assert.Contains("\"revoked\":\"ingetrokken\"", inserted, StringComparison.Ordinal);
    }

    private static async Task<string> NextAsync(StreamReader lines)
    {
        var line = await lines.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("", await lines.ReadLineAsync(TestContext.Current.CancellationToken));
        return line!;
    }
}
