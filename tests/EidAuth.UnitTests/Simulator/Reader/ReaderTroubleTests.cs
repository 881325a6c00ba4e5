using System.Net;
using EidAuth.Iso7816;
using EidAuth.Simulator.Faults;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Reader;

/// <summary>Faults planned by scripts and from the page.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class ReaderTroubleTests
{
    private const string GetCardData = "80E400001C";

    [Fact]
    public async Task A_script_plans_faults_sees_them_come_nearer_and_meets_them()
    {
        await using var page = await RunningPage.StartAsync();
        page.Bench.Insert();
        using var handle = page.Bench.Connect();

        using (var response = await page.CallAsync("fault", """{"kind":"removedAfter","atCommand":2}"""))
        {
            Assert.Contains(
                "\"faults\":[{\"kind\":\"removedAfter\",\"atCommand\":2}]",
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }

        Assert.EndsWith("9000", handle.Say(GetCardData), StringComparison.Ordinal);
        Assert.Equal("[{\"kind\":\"removedAfter\",\"atCommand\":1}]", (await page.PanelAsync()).GetProperty("faults").GetRawText());
        Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => handle.Say(GetCardData)).Fault);
        var panel = await page.PanelAsync();
        Assert.Equal("InsertCard", panel.GetProperty("display").GetString());
        Assert.Equal("[]", panel.GetProperty("faults").GetRawText());
    }

    [Fact]
    public async Task A_script_takes_its_faults_back()
    {
        await using var page = await RunningPage.StartAsync();
        var card = page.Bench.Insert();
        using var planned = await page.CallAsync("fault", """{"kind":"Garbage","seed":7}""");
        Assert.Equal([new PlannedFault(FaultKind.Garbage, 1) { Seed = 7 }], card.Planned);

        using var cleared = await page.SendAsync(HttpMethod.Delete, "/api/fault", null, ("X-EidAuth-Reader", "1"));

        Assert.Equal(HttpStatusCode.OK, cleared.StatusCode);
        Assert.Empty(card.Planned);
        Assert.Equal("[]", (await page.PanelAsync()).GetProperty("faults").GetRawText());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task Without_its_header_the_control_interface_does_nothing(string method)
    {
        await using var page = await RunningPage.StartAsync();
        using var body = new StringContent("""{"kind":"mute"}""", System.Text.Encoding.UTF8, "application/json");

        using var response = await page.SendAsync(new HttpMethod(method), "/api/fault", body);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_person_plans_a_fault_from_the_page_without_script_and_takes_it_back()
    {
        await using var page = await RunningPage.StartAsync();
        var card = page.Bench.Insert();
        var token = await page.TokenAsync();

        using (var response = await page.SubmitAsync("/fault", [("token", token), ("lang", "fr"), ("kind", "mute"), ("command", "4")]))
        {
            Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        }

        Assert.Equal([new PlannedFault(FaultKind.Mute, 4)], card.Planned);
        Assert.Contains("<li>la carte ne r&#xE9;pond plus, &#xE0; la commande 4</li>", await page.HtmlAsync("/?lang=fr"), StringComparison.Ordinal);
        using (var response = await page.SubmitAsync("/fault/clear", [("token", token), ("lang", "fr")]))
        {
            Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        }

        Assert.Empty(card.Planned);
    }

    [Theory]
    [InlineData("mute", "0")]
    [InlineData("mute", "")]
    [InlineData("mute", "1@2")]
    [InlineData("", "1")]
    [InlineData("12", "1")]
    public async Task A_fault_that_does_not_exist_cannot_be_planned_from_the_page(string kind, string command)
    {
        await using var page = await RunningPage.StartAsync();
        var card = page.Bench.Insert();

        using var response = await page.SubmitAsync("/fault", [("token", await page.TokenAsync()), ("kind", kind), ("command", command)]);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(card.Planned);
    }

    [Fact]
    public async Task The_page_offers_every_kind_and_lays_the_cards_in_groups()
    {
        await using var page = await RunningPage.StartAsync(pinPad: true, "adult-18", "adult-11", "bad-photo-hash", "child");

        var html = await page.HtmlAsync();

        Assert.All(Enum.GetValues<FaultKind>(), kind => Assert.Contains($"<option value=\"{FaultName.Of(kind)}\">", html, StringComparison.Ordinal));
        string[] inOrder = ["Cards that work", "adult-18", "Older generations", "adult-11", "Other documents", "child", "no certificates", "Forged data", ">forged<"];
        var places = inOrder.Select(text => html.IndexOf(text, StringComparison.Ordinal)).ToArray();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }
}
