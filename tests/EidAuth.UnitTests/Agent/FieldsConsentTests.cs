using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.UnitTests.Fields;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>The citizen agrees field by field; what leaves is that and its proof, and without a tick nothing is even read.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class FieldsConsentTests
{
    private const string AskAll = "&lang=en&fields=identity,address,photo";

    // SELECT of 4031 to 4035, by path or beside one another.
    private static readonly string[] HolderFiles = ["4031", "4032", "4033", "4034", "4035"];

    [Theory]
    [InlineData("en", "your address", "stays on your card")]
    [InlineData("nl", "uw adres", "blijft op uw kaart")]
    [InlineData("fr", "votre adresse", "reste sur votre carte")]
    [InlineData("de", "Ihrer Adresse", "bleibt auf Ihrer Karte")]
    public async Task Each_field_has_a_tick_of_its_own_none_is_set_and_no_script_is_needed(string language, string label, string says)
    {
        await using var agent = await RunningAgent.StartAsync();
        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(more: $"&lang={language}&fields=address,photo"));
        Assert.Contains($"""<label for="give-address"><input type="checkbox" id="give-address" form="agree" name="address" value="yes">{label}</label>""", page.Html, StringComparison.Ordinal);
        Assert.Contains("name=\"photo\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"identity\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("checked=", page.Html, StringComparison.Ordinal);
        Assert.Contains(says, page.Text, StringComparison.Ordinal);
        Assert.Equal(1, page.Html.Split(" id=\"agree\"").Length - 1);
        Assert.Contains("<form method=\"post\" action=\"" + page.LoginAt + "/continue\" autocomplete=\"off\" id=\"agree\">", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plain_login_shows_no_choice()
    {
        await using var agent = await RunningAgent.StartAsync();
        Assert.DoesNotContain("checkbox", (await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adult-18", false, new[] { "identity", "address", "photo" }, CardParts.Holder)]
    [InlineData("adult-17", false, new[] { "address" }, CardParts.Address)]
    [InlineData("adult-18", true, new[] { "photo" }, CardParts.Photo)]
    [InlineData("rekeyed-17", true, new[] { "identity" }, CardParts.Identity)]
    public async Task What_was_ticked_goes_to_the_site_and_is_proven_there(string citizen, bool pinPad, string[] ticked, CardParts given)
    {
        await using var agent = await RunningAgent.StartAsync(pinPad);
        var card = agent.IssueCard(citizen);
        agent.Reader.Insert(card);
        var form = (await LogInAsync(agent, ticked, pinPad: pinPad)).Form("back");

        Assert.Equal(["chain", "identity", "state", "token"], form.Fields.Keys.Order());
        Assert.True(PostedFields.TryParse(form.Fields["identity"], CardParts.Holder, out var posted));
        Assert.Equal(given, posted!.Given);
        Assert.True(LoginToken.TryParse(form.Fields["token"], out var token));
        Assert.True(Certificate.TryRead(token!.UnverifiedCertificate, out var certificate));
        var login = FieldsBench.Login(SubjectName.Single(certificate!.Subject, EidAuth.Pki.Oid.SerialNumber)!);
        using var pki = SharedPki.Open(agent.Clock);
        Assert.Equal(given, FieldsBench.Proven(posted.Judge(login, TrustAnchors.FromTestFolder(pki.AnchorsFolder), agent.Clock.GetUtcNow())).Given);
    }

    [Theory]
    [InlineData(AskAll)]
    [InlineData(AskAll, "salary")]
    [InlineData("&lang=en&fields=address", "identity", "photo")]
    [InlineData("&lang=en", "identity", "address", "photo")]
    public async Task Without_a_tick_on_something_that_was_asked_for_nothing_is_read_or_sent(string more, params string[] ticked)
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var form = (await LogInAsync(agent, ticked, more)).Form("back");
        Assert.Equal(["chain", "state", "token"], form.Fields.Keys.Order());
        Assert.DoesNotContain(card.Transcript, IsHolderFile);
    }

    [Fact]
    public async Task Who_stops_at_the_pin_has_given_nothing()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        var page = await AgreeAsync(agent, ["identity", "address", "photo"], AskAll);
        (await agent.Prompt.NextAsync()).End(EidAgent.Prompts.PinEntryOutcome.Cancelled);
        var form = (await agent.UntilEndAsync(page)).Form("back");
        Assert.Equal(["error", "state"], form.Fields.Keys.Order());
        Assert.DoesNotContain(card.Transcript, IsHolderFile);
    }

    private static bool IsHolderFile(string command) =>
        command.StartsWith("00A4", StringComparison.Ordinal) && HolderFiles.Any(file => command.EndsWith(file, StringComparison.Ordinal));

    private static async Task<AgentPage> LogInAsync(RunningAgent agent, string[] ticked, string more = AskAll, bool pinPad = false)
    {
        var page = await AgreeAsync(agent, ticked, more);
        if (pinPad)
        {
            await agent.UntilStepAsync(page, "PinOnKeypad");
            await LoginFlowTests.TypeAsync(agent, KeypadKey.D1, KeypadKey.D2, KeypadKey.D3, KeypadKey.D4, KeypadKey.Ok);
        }
        else
        {
            (await agent.Prompt.NextAsync()).Type("1234");
        }

        var end = await agent.UntilEndAsync(page);
        Assert.Equal("signed", end.Ending);
        return end;
    }

    private static async Task<AgentPage> AgreeAsync(RunningAgent agent, string[] ticked, string more)
    {
        var form = (await agent.Browser.OpenAsync(RunningAgent.LoginAddress(more: more))).Form("continue");
        return await agent.Browser.SubmitAsync(form with
        {
            Fields = form.Fields.Concat(ticked.Select(field => new KeyValuePair<string, string>(field, "yes"))).ToDictionary(),
        });
    }
}
