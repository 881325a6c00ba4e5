using EidAuth.E2ETests.Accessibility;
using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>Every kind of page that the citizen's own program shows, and the reader's, looked at in every way.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class AgentPagesTests(AgentPagesTests.AskingTown town) : IClassFixture<AgentPagesTests.AskingTown>
{
    public static TheoryData<string> Languages => ["nl", "fr", "de"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Pages_of_a_login_can_be_used_by_everybody(string language)
    {
        await using var visitor = await town.VisitAsync(language);
        await visitor.GoToAsync("/login");
        await visitor.Tab.ClickAsync("#eid-login");
        await visitor.WaitForAsync("#give-address");
        await PageLook.AtAsync(visitor.Tab, "agent-consent", language, Cancellation);

        await visitor.Tab.ClickAsync("#continue");
        await visitor.WaitForAsync("h1[data-step=InsertCard]");
        await PageLook.AtAsync(visitor.Tab, "agent-insert-card", language, Cancellation);
        await visitor.HoldAsync("adult-18");
        await visitor.WaitForAsync("h1[data-step=PinOnKeypad]");
        await PageLook.AtAsync(visitor.Tab, "agent-keypad", language, Cancellation);

        var second = await visitor.OpenTabAsync();
        await second.GoToAsync(visitor.World.Town + "/login/eid");
        await second.WaitForAsync("#stop-other", Cancellation);
        await PageLook.AtAsync(second, "agent-busy", language, Cancellation);
        await second.CloseAsync();

        await visitor.Reader.TypePinAsync("9999");
        await visitor.WaitForAsync("#remark.warning");
        await PageLook.AtAsync(visitor.Tab, "agent-wrong-pin", language, Cancellation);
        await visitor.Reader.TypePinAsync("1234");
        await visitor.Tab.WaitForAddressAsync(visitor.World.Town, Cancellation);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Pages_that_end_or_refuse_can_be_used_by_everybody(string language)
    {
        await using var visitor = await town.VisitAsync(language);
        await visitor.GoToAsync("/login/eid");
        await visitor.WaitForAsync("#continue");
        await visitor.HoldAsync("adult-18");
        await visitor.Tab.ClickAsync("#continue");
        await visitor.WaitForAsync("h1[data-step=PinOnKeypad]");
        await visitor.LetGoAsync();
        await visitor.WaitForAsync("h1[data-ending]");
        await PageLook.AtAsync(visitor.Tab, "agent-card-removed", language, Cancellation);

        await visitor.Tab.GoToAsync(visitor.World.AgentAddress + "/");
        await PageLook.AtAsync(visitor.Tab, "agent-home", language, Cancellation);
        await visitor.Tab.GoToAsync(visitor.World.AgentAddress + "/login?v=1");
        await PageLook.AtAsync(visitor.Tab, "agent-refusal", language, Cancellation);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_page_for_the_PIN_and_what_leads_to_it_can_be_used_by_everybody(string language)
    {
        await using var visitor = await town.VisitAsync(language);
        await visitor.GoToAsync("/login/eid");
        await visitor.WaitForAsync("#continue");
        for (var card = visitor.World.Cards["adult-17"].Value; card.TriesLeft > 1;)
        {
            card.Transmit(Convert.FromHexString("0020000108" + "249999FFFFFFFFFF"));
        }

        await visitor.HoldAsync("adult-17");
        await visitor.Tab.ClickAsync("#continue");
        await visitor.WaitForAsync("h1[data-ending=last_try_kept]");
        await PageLook.AtAsync(visitor.Tab, "agent-last-try-kept", language, Cancellation);

        await visitor.Tab.ClickAsync("#check-pin");
        await visitor.WaitForAsync("#check");
        await PageLook.AtAsync(visitor.Tab, "agent-pin", language, Cancellation);
        await visitor.Tab.ClickAsync("#check");
        await visitor.WaitForAsync("#last-try");
        await PageLook.AtAsync(visitor.Tab, "agent-pin-last-try", language, Cancellation);
        await visitor.Tab.ClickAsync("#cancel");
        await visitor.WaitForAsync("h1[data-ending=cancelled]");
        await PageLook.AtAsync(visitor.Tab, "agent-pin-stopped", language, Cancellation);
        await visitor.Tab.ClickAsync("#check");
        await visitor.WaitForAsync("#last-try");
        await visitor.Tab.ClickAsync("#last-try");
        await visitor.WaitForAsync("h1[data-step=PinOnKeypad]");
        await PageLook.AtAsync(visitor.Tab, "agent-pin-keypad", language, Cancellation);

        var second = await visitor.OpenTabAsync();
        await second.GoToAsync(visitor.World.AgentAddress + "/pin?lang=" + language);
        await second.WaitForAsync("#busy", Cancellation);
        await PageLook.AtAsync(second, "agent-pin-busy", language, Cancellation);
        await second.GoToAsync(visitor.World.Town + "/login/eid");
        await second.WaitForAsync("#stop-other", Cancellation);
        await PageLook.AtAsync(second, "agent-busy-with-pin", language, Cancellation);
        await second.CloseAsync();

        await visitor.Reader.TypePinAsync("1234");
        await visitor.WaitForAsync("h1[data-ending=pin_right]");
        await PageLook.AtAsync(visitor.Tab, "agent-pin-right", language, Cancellation);
        await visitor.Tab.ClickAsync("#back");
        await visitor.Tab.WaitForAddressAsync(visitor.World.Town, Cancellation);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Pages_of_warnings_sites_and_diary_can_be_used_by_everybody(string language)
    {
        await using var visitor = await town.VisitAsync(language);
        var agent = visitor.World.AgentAddress;
        await visitor.GoToAsync("/login/eid");
        await visitor.ProveAsync("adult-18");
        await visitor.Tab.WaitForAddressAsync(visitor.World.Town, Cancellation);

        // Letters that lie, an address beside one that is known, a site that is blocked.
        await visitor.Tab.GoToAsync(agent + Asking("https://xn--bnk-6cd.example/signin-eid", language));
        await visitor.WaitForAsync("[data-look-alike=mixed_scripts]");
        await PageLook.AtAsync(visitor.Tab, "agent-look-alike-letters", language, Cancellation);
        await visitor.Tab.GoToAsync(agent + Asking($"https://{new Uri(visitor.World.Town).Host}.example.com/signin-eid", language));
        await visitor.WaitForAsync("[data-look-alike=known_name_inside]");
        await PageLook.AtAsync(visitor.Tab, "agent-look-alike", language, Cancellation);

        var hostile = $"https://{language}.blocked-shop.example/signin-eid";
        await visitor.Tab.GoToAsync(agent + Asking(hostile, language));
        await visitor.WaitForAsync("#continue");
        await PageLook.AtAsync(visitor.Tab, "agent-first-time", language, Cancellation);
        await visitor.Tab.ClickAsync("#block");
        await visitor.WaitForAsync("h1[data-ending=site_blocked]");
        await PageLook.AtAsync(visitor.Tab, "agent-blocked", language, Cancellation);

        await visitor.Tab.ClickAsync("#to-sites");
        await visitor.WaitForAsync(".entries dd.blocked");
        await PageLook.AtAsync(visitor.Tab, "agent-sites", language, Cancellation);
        await visitor.Tab.GoToAsync($"{agent}/diary?lang={language}");
        await visitor.WaitForAsync(".entries time");
        await PageLook.AtAsync(visitor.Tab, "agent-diary", language, Cancellation);
    }

    private static string Asking(string returnTo, string language) =>
        $"/login?v=1&nonce=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8%3D&return_to={Uri.EscapeDataString(returnTo)}&state=AAECAwQFBgcICQoLDA0ODw&lang={language}";

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_readers_page_can_be_used_by_everybody(string language)
    {
        await using var visitor = await town.VisitAsync(language);
        await visitor.Tab.GoToAsync(visitor.World.ReaderAddress + "/");
        await PageLook.AtAsync(visitor.Tab, "reader", language, Cancellation);
        await visitor.HoldAsync("adult-18");
        await visitor.WaitForAsync("#slot[data-empty=false]");
        await PageLook.AtAsync(visitor.Tab, "reader-with-card", language, Cancellation);
    }

    /// <summary>A town that asks for all fields.</summary>
    public sealed class AskingTown : TownWorld
    {
        internal override string[] Settings => ["--Eid:Fields:Identity=Optional", "--Eid:Fields:Address=Optional", "--Eid:Fields:Photo=Optional", "--Town:FieldsAtLogin=Identity,Address,Photo"];
    }
}
