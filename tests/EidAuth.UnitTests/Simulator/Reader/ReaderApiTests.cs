using System.Net;
using EidAuth.PcSc;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Reader;

[Trait("Group", TestGroup.FirstLogin)]
public class ReaderApiTests
{
    private const string Ask = "1E1E8947040C0402010813000000000D000000002000010820FFFFFFFFFFFFFF";

    [Fact]
    public async Task Insert_press_and_remove_answer_the_panel()
    {
        await using var page = await RunningPage.StartAsync();

        using (var response = await page.CallAsync("insert", """{"card":"adult-18"}"""))
        {
            Assert.Equal(
                """{"card":"adult-18","display":"Ready","digits":0,"keypadWaits":false,"triesLeft":null,"version":1,"faults":[]}""",
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        using var handle = page.Bench.Connect();
        var status = Task.Run(() => handle.Control(ControlCode.Of(3506), Ask), TestContext.Current.CancellationToken);
        var panel = await page.PanelAsync("?after=1");
        Assert.True(panel.GetProperty("keypadWaits").GetBoolean());
        Assert.Equal("EnterPin", panel.GetProperty("display").GetString());
        using (var response = await page.CallAsync("press", """{"keys":["1","2","3","5","ok"]}"""))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal("63C2", await status);
        Assert.Equal(2, (await page.PanelAsync()).GetProperty("triesLeft").GetInt32());
        using (var response = await page.CallAsync("remove", ""))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Null(page.Bench.Reader.Card);
    }

    [Theory]
    [InlineData("insert", """{"card":"nobody"}""", HttpStatusCode.NotFound, "unknown_card")]
    [InlineData("insert", "{}", HttpStatusCode.NotFound, "unknown_card")]
    [InlineData("press", """{"keys":["1","12"]}""", HttpStatusCode.BadRequest, "unknown_key")]
    [InlineData("press", """{"keys":["1"]}""", HttpStatusCode.Conflict, "keypad_idle")]
    [InlineData("fault", """{"kind":"no such"}""", HttpStatusCode.BadRequest, "unknown_fault")]
    [InlineData("fault", """{"kind":"3"}""", HttpStatusCode.BadRequest, "unknown_fault")]
    [InlineData("fault", "{}", HttpStatusCode.BadRequest, "unknown_fault")]
    [InlineData("fault", """{"kind":"mute","atCommand":0}""", HttpStatusCode.BadRequest, "unknown_fault")]
    [InlineData("fault", """{"kind":"mute","atCommand":10000}""", HttpStatusCode.BadRequest, "unknown_fault")]
    [InlineData("fault", """{"kind":"mute","atCommand":"x"}""", HttpStatusCode.BadRequest, "")]
    [InlineData("press", """{"keys":""", HttpStatusCode.BadRequest, "")]
    [InlineData("press", "null", HttpStatusCode.BadRequest, "")]
    public async Task What_it_cannot_do_has_a_name(string action, string json, HttpStatusCode status, string error)
    {
        await using var page = await RunningPage.StartAsync();

        using var response = await page.CallAsync(action, json);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(error.Length == 0 ? "" : $$"""{"error":"{{error}}"}""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_large_body_is_refused()
    {
        await using var page = await RunningPage.StartAsync();

        using var response = await page.CallAsync("press", "{\"keys\":[\"" + new string('1', 5000) + "\"]}");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("insert")]
    [InlineData("remove")]
    [InlineData("press")]
    [InlineData("panel")]
    public async Task Without_its_header_nothing_is_served_and_no_preflight_grants_it(string action)
    {
        await using var page = await RunningPage.StartAsync();
        page.Bench.Insert();
        using var content = new StringContent("""{"card":"revoked"}""", System.Text.Encoding.UTF8, "application/json");

        using var bare = action == "panel" ? await page.GetAsync("/api/panel") : await page.SendAsync(HttpMethod.Post, "/api/" + action, content);
        using var preflight = await page.SendAsync(
            HttpMethod.Options, "/api/" + action, null, ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "x-eidauth-reader"));

        Assert.Equal(HttpStatusCode.Forbidden, bare.StatusCode);
        Assert.False(preflight.IsSuccessStatusCode);
        Assert.DoesNotContain(preflight.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("adult-18", page.Bench.Reader.Card?.Id);
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Another_sites_call_is_refused_even_with_the_header(string header, string value)
    {
        await using var page = await RunningPage.StartAsync();

        using var response = await page.CallAsync("insert", """{"card":"adult-18"}""", (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Null(page.Bench.Reader.Card);
    }

    [Fact]
    public async Task Waiting_for_a_version_that_is_over_does_not_wait()
    {
        await using var page = await RunningPage.StartAsync();
        page.Bench.Insert();

        Assert.Equal(1, (await page.PanelAsync("?after=0")).GetProperty("version").GetInt32());
    }
}
