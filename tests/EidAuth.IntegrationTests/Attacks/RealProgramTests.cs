using Demo.Smoke;
using EidAuth.IntegrationTests.PcSc;
using EidAuth.IntegrationTests.RealStack;
using EidAuth.IntegrationTests.Road;
using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>The program itself over the real PC/SC service, with a card in a virtual reader: hostile requests by the hundred, and floods.</summary>
[Trait("Group", TestGroup.Attacks)]
[Collection(ServiceAddress.Collection)]
public sealed class RealProgramTests(PcscFixture fixture, ITestOutputHelper output) : IClassFixture<PcscFixture>
{
    private const string Nonce = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private const string State = "AAECAwQFBgcICQoLDA0ODw";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hundred_hostile_requests_send_the_card_nothing_and_leave_the_counter_where_it_was()
    {
        await fixture.UntilAsync(PrivatePcscd.FirstReader, state => state.Presence == EidAuth.PcSc.CardPresence.Empty);
        var card = HeldCard.Of("adult-18");
        await using var stay = await card.InsertAsync(fixture);
        await fixture.UntilPresentAsync();
        await using var agent = await AttackedProgram.StartAsync(fixture.Pcscd.Environment);

        var answers = new SortedDictionary<int, int>();
        for (var i = 0; i < 100; i++)
        {
            var status = (await HostileAsync(agent.Address, i)).Status;
            answers[status] = answers.GetValueOrDefault(status) + 1;
        }

        output.WriteLine(string.Join(", ", answers.Select(answer => $"{answer.Value} × {answer.Key}")));
        Assert.Empty(card.Card.Transcript);
        Assert.Equal(3, card.Card.TriesLeft);

        // It still serves, and where a person agrees it goes to the card: no window here, so that is where it ends, with no try used.
        using var browser = new LoopbackBrowser();
        var consent = await browser.GetAsync(new Uri(agent.Address, Login()), Cancellation);
        var page = await browser.SubmitAsync(consent.FormTo("/continue")!, Cancellation);
        for (var begun = TimeProvider.System.GetTimestamp(); page.FormTo("/signin-eid") is null; page = await browser.GetAsync(page.Address, Cancellation))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromMinutes(2), page.Html);
            await Task.Delay(50, Cancellation);
        }

        Assert.NotEmpty(card.Card.Transcript);
        Assert.Equal(0, card.PinCommands);
        Assert.Equal(3, card.Card.TriesLeft);

        await agent.EndAsync();
        Assert.All([Nonce[..40], State, "loket", "attacker", "/login", "page_token="], secret => Assert.DoesNotContain(secret, agent.Written, StringComparison.Ordinal));
        Assert.Contains("Request refused: ", agent.Written, StringComparison.Ordinal);
    }

    /// <summary>The other way in, beside the port: whatever is asked of the command line, no signature by the authentication key comes of it.</summary>
    [Fact]
    public async Task No_command_has_the_card_sign()
    {
        const string hash = "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F202122232425262728292A2B2C2D2E2F";
        await fixture.UntilAsync(PrivatePcscd.FirstReader, state => state.Presence == EidAuth.PcSc.CardPresence.Empty);
        var card = HeldCard.Of("adult-18");
        await using (await card.InsertAsync(fixture))
        {
            await fixture.UntilPresentAsync();
            string[][] commands =
            [
                ["read", "--json", "--verify"], ["readers"], ["pin", "verify"], ["sign", hash], ["sign", "--hash", hash, "--pin", "1234"], ["login", "https://loket.example.be", hash],
                ["read", "--sign", hash], ["pin", "verify", "--sign", hash],
            ];
            foreach (var command in commands)
            {
                await TestProcess.RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "EidAgent.dll"), .. command], Cancellation, fixture.Pcscd.Environment, input: "");
            }
        }

        await fixture.UntilEmptyAsync();
        Assert.NotEmpty(card.Card.Transcript);
        Assert.DoesNotContain(card.Card.Transcript, command => command.StartsWith("002A", StringComparison.Ordinal));
        Assert.DoesNotContain(card.Card.Transcript, command => command.StartsWith("0022", StringComparison.Ordinal) && command.Contains("8482", StringComparison.Ordinal));
        Assert.Equal(3, card.Card.TriesLeft);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET /login HTTP/1.1\r\nHost: ")]
    public async Task A_thousand_connections_that_ask_nothing_keep_no_browser_out_and_take_no_memory(string says)
    {
        await using var agent = await AttackedProgram.StartAsync(new Dictionary<string, string?> { ["PCSCLITE_CSOCK_NAME"] = "/nonexistent/pcscd.comm" });
        Assert.Equal(200, (await Wire.GetAsync(agent.Address)).Status);
        var before = agent.MebibytesHeld();

        using var flood = await Flood.OpenAsync(agent.Address.Port, 1000, says);
        using var browser = new LoopbackBrowser();
        var consent = await browser.GetAsync(new Uri(agent.Address, Login()), Cancellation);
        var after = agent.MebibytesHeld();

        Assert.NotNull(consent.FormTo("/continue"));
        Assert.Equal(1000, flood.Count);
        output.WriteLine($"{before:0} MiB before, {after:0} MiB with {flood.Count} connections");
        Figures.Add($"agent, memory added by 1,000 connections that {(says.Length == 0 ? "say nothing" : "say half a request")}", after - before, "MiB");
        Assert.InRange(after - before, -100, 64);
    }

    [Fact]
    public async Task A_thousand_logins_that_nobody_agreed_to_leave_eight_and_the_newest_works()
    {
        await using var agent = await AttackedProgram.StartAsync(new Dictionary<string, string?> { ["PCSCLITE_CSOCK_NAME"] = "/nonexistent/pcscd.comm" });
        var first = (await Wire.GetAsync(new Uri(agent.Address, Login()))).Location;
        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal(303, (await Wire.GetAsync(new Uri(agent.Address, Login("https://attacker.example/signin-eid")))).Status);
        }

        var newest = (await Wire.GetAsync(new Uri(agent.Address, Login()))).Location;

        // The oldest ended long ago; ended ones are forgotten beyond the last few.
        Assert.Equal(404, (await Wire.GetAsync(new Uri(agent.Address, first!))).Status);
        Assert.Contains("id=\"continue\"", (await Wire.GetAsync(new Uri(agent.Address, newest!))).Body, StringComparison.Ordinal);
        Assert.Equal(0, await agent.EndAsync());
    }

    private static async Task<AttackAnswer> HostileAsync(Uri agent, int number)
    {
        var asked = new Uri(agent, Login());
        var id = "AAECAwQFBgcICQoLDA0ODw";
        if (number % 10 >= 6)
        {
            id = (await Wire.GetAsync(asked)).Location!.Split('/')[^1];
        }

        return (number % 10) switch
        {
            0 => await Wire.GetAsync(asked, ("Host", "attacker.example")),
            1 => await Wire.GetAsync(asked, ("Sec-Fetch-Dest", "iframe")),
            2 => await Wire.GetAsync(asked, ("Sec-Fetch-Mode", "no-cors"), ("Sec-Fetch-Dest", "image")),
            3 => await Wire.GetAsync(new Uri(agent, Login("https://attacker.example/else"))),
            4 => await Wire.GetAsync(new Uri(agent, Login() + "&pin=1234")),
            5 => await Wire.PostAsync(new Uri(agent, $"/login/{id}/continue"), [], ("Origin", "https://attacker.example")),
            6 => await Wire.PostAsync(new Uri(agent, $"/login/{id}/continue"), [new("page_token", new string('A', 43))], ("Origin", "https://attacker.example")),
            7 => await Wire.PostAsync(
                new Uri(agent, $"/login/{id}/continue"), [new("page_token", new string('A', 43))],
                ("Origin", agent.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin")),
            8 => await Wire.PostAsync(
                new Uri(agent, $"/login/{id}/last-try"), [new("page_token", ""), new("pin", "0000")],
                ("Origin", agent.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin")),
            _ => await Wire.GetAsync(new Uri(agent, $"/login/{id}/continue?page_token={new string('A', 43)}"), ("Sec-Fetch-Site", "same-origin")),
        };
    }

    private static string Login(string returnTo = "https://loket.example.be/signin-eid")
    {
        var query = $"?v=1&nonce={Uri.EscapeDataString(Nonce)}&return_to={Uri.EscapeDataString(returnTo)}&state={State}";
        Assert.Equal("1", LoginFormat.RequestVersion);
        return "/login" + query;
    }
}
