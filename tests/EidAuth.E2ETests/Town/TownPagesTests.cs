using EidAuth.E2ETests.Accessibility;
using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>Every page of the town, looked at in every way.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class TownPagesTests(TownWorld town) : IClassFixture<TownWorld>
{
    // English differs from these in nothing that a layout could feel; the pages that everybody sees are looked at in it too.
    public static TheoryData<string> Languages => ["nl", "fr", "de"];

    public static TheoryData<string> AllLanguages => ["nl", "fr", "de", "en"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public async Task Pages_for_everybody_can_be_used_by_everybody(string language)
    {
        await using var visitor = await town.VisitAsync(language);
        foreach (var (path, name) in new[]
        {
            ("/", "home"), ("/login", "login"), ("/login?eid=certificate_revoked", "login-revoked"), ("/login?eid=user_cancelled", "login-cancelled"),
            ("/nowhere", "not-found"), ("/register", "register"), ("/card", "card-expired"), ("/error/400", "form-outdated"), ("/error/429", "too-many"), ("/error/500", "error"),
        })
        {
            await visitor.GoToAsync(path);
            await PageLook.AtAsync(visitor.Tab, "town-" + name, language, Cancellation);
        }

        await visitor.GoToAsync("/login");
        await visitor.Tab.EvaluateAsync("document.querySelectorAll('details').forEach(help => { help.open = true; })");
        await PageLook.AtAsync(visitor.Tab, "town-login-help", language, Cancellation);
        await visitor.GoToAsync("/login");
        await visitor.Tab.FillAsync("#user", "nobody");
        await visitor.Tab.FillAsync("#password", "not the password");
        await visitor.Tab.ClickAsync("#password-login button");
        await visitor.WaitForAsync("#problem");
        await PageLook.AtAsync(visitor.Tab, "town-login-wrong", language, Cancellation);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Pages_of_an_account_can_be_used_by_everybody(string language)
    {
        // Each language has a citizen who never was here.
        var citizen = language switch { "nl" => "adult-18", "fr" => "long-name", _ => "german-card" };
        await using var visitor = await town.VisitAsync(language);
        await visitor.LogInWithCardAsync(citizen);
        await visitor.WaitForAsync("#make-account");
        await PageLook.AtAsync(visitor.Tab, "town-card", language, Cancellation);
        await visitor.Tab.ClickAsync("#make-account button");
        await visitor.WaitForAsync("#how");
        await PageLook.AtAsync(visitor.Tab, "town-me", language, Cancellation);
        foreach (var name in new[] { "profile", "security" })
        {
            await visitor.GoToAsync("/me/" + name);
            await PageLook.AtAsync(visitor.Tab, "town-" + name, language, Cancellation);
        }

        await visitor.GoToAsync("/me/profile");
        await visitor.Tab.ClickAsync("#read-card input[name=photo]");
        await visitor.Tab.ClickAsync("#read-card button");
        await visitor.ProveAsync(citizen, give: ["identity", "address", "photo"]);
        await visitor.WaitForAsync("#take-over");
        await PageLook.AtAsync(visitor.Tab, "town-profile-compare", language, Cancellation);
        await visitor.Tab.ClickAsync("#take-over button");
        await visitor.WaitForAsync("#done");
        await PageLook.AtAsync(visitor.Tab, "town-profile-read", language, Cancellation);
        await visitor.LogOutAsync();
        await PageLook.AtAsync(visitor.Tab, "town-bye", language, Cancellation);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Pages_of_the_counter_and_of_the_office_can_be_used_by_everybody(string language)
    {
        await using var citizen = await town.VisitAsync(language);
        Task LookAsync(Visitor visitor, string name) => PageLook.AtAsync(visitor.Tab, "town-" + name, language, Cancellation);
        await citizen.Books.AddAsync("citizen-" + language, "Alexandre-Étienne", "Voorbeeld-Vandenbroucke");
        await citizen.LogInWithPasswordAsync("citizen-" + language);
        foreach (var (path, name) in new[] { ("/counter", "counter"), ("/counter/residence", "form-residence"), ("/counter/street-light", "form-street-light"), ("/me/requests", "requests-none") })
        {
            await citizen.GoToAsync(path);
            await LookAsync(citizen, name);
        }

        await citizen.GoToAsync("/counter/street-light");
        await citizen.Tab.ClickAsync("#send");
        await citizen.WaitForAsync("#problems");
        await LookAsync(citizen, "form-problems");
        await citizen.Tab.FillAsync("#field-place", "Onze-Lieve-Vrouw-ter-Noodstraat 1042, op de hoek van de Donaudampfschifffahrtsgesellschaftsallee");
        await citizen.Tab.ChooseAsync("#field-fault", "by-day");
        await citizen.Tab.ClickAsync("#send");
        await citizen.WaitForAsync("#sent");
        await LookAsync(citizen, "request-sent");
        var reference = await citizen.TextOfAsync("#reference");
        await citizen.GoToAsync("/me/requests");
        await LookAsync(citizen, "requests");
        await citizen.GoToAsync("/office");
        await LookAsync(citizen, "forbidden");
        await citizen.GoToAsync("/counter/residence");
        await citizen.Tab.FillAsync("#field-remark", "Een half ingevuld formulier.");
        await citizen.Tab.ClickAsync("#keep");
        await citizen.WaitForAsync("#draft");
        await LookAsync(citizen, "form-draft");

        await using var officer = await town.VisitAsync(language);
        await officer.Books.AddAsync("officer-" + language, "Lou", "Loket", role: "officer");
        await officer.LogInWithPasswordAsync("officer-" + language);
        await officer.GoToAsync("/office");
        await LookAsync(officer, "office");
        await officer.GoToAsync("/office/requests/" + reference);
        await LookAsync(officer, "office-request");
        await officer.Tab.ClickAsync("button[name=to][value=InProgress]");
        await officer.WaitForAsync("#changed");
        await LookAsync(officer, "office-request-changed");
        await officer.GoToAsync("/office/accounts");
        await LookAsync(officer, "office-accounts");
        await officer.Tab.FillAsync("#key", "nobody");
        await officer.Tab.ClickAsync("#find button");
        await officer.WaitForAsync("#problem");
        await LookAsync(officer, "office-accounts-none");
        await officer.Tab.FillAsync("#key", "citizen-" + language);
        await officer.Tab.ClickAsync("#find button");
        await officer.WaitForAsync("#user-name");
        await LookAsync(officer, "office-account");
        await officer.Tab.ClickAsync("#relink-form button");
        await officer.WaitForAsync("#relink");
        await LookAsync(officer, "office-account-code");
        await officer.GoToAsync("/office/requests/" + reference);
        await officer.Tab.ClickAsync("button[name=to][value=Refused]");
        await officer.WaitForAsync("#note-problem");
        await LookAsync(officer, "office-request-problem");
        await officer.Tab.FillAsync("#note", "Donaudampfschifffahrtsgesellschaftskapitän");
        await officer.Tab.ClickAsync("button[name=to][value=Refused]");
        await officer.WaitForAsync("#changed");
        await citizen.GoToAsync("/me/requests/" + reference);
        await citizen.WaitForAsync("#looked");
        await LookAsync(citizen, "request-refused");
    }
}
