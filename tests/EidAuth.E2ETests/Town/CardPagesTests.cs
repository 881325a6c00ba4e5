using EidAuth.E2ETests.Accessibility;
using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>The pages that a card leads to, in each of their states, looked at in every way. Nine posts that the town counts, of twenty a minute.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class CardPagesTests(CardPagesTests.TownOfTwoCitizens town) : IClassFixture<CardPagesTests.TownOfTwoCitizens>
{
    private const string Form = "/counter/residence";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl", "adult-18", "Lotte Marie", "Vermeersch")]
    [InlineData("fr", "adult-17", "Jérôme Luc", "Delvaux-Noël")]
    public async Task Pages_that_a_card_leads_to_can_be_used_by_everybody(string language, string citizen, string givenNames, string familyName)
    {
        await using var visitor = await town.VisitAsync(language);
        Task LookAsync(string name) => PageLook.AtAsync(visitor.Tab, "town-" + name, language, Cancellation);
        var (own, second, different) = ("own-" + language, "second-" + language, "different-" + language);
        await visitor.Books.AddAsync(own, givenNames, familyName);
        await visitor.Books.AddAsync(second, givenNames, familyName);
        await visitor.Books.AddAsync(different, "Alexandre-Étienne", "Voorbeeld-Vandenbroucke");

        // A card that nobody knows: a wrong password, a wrong code of the counter, the account of somebody with another name.
        await visitor.LogInWithCardAsync(citizen);
        await FillAccountAsync(visitor, own, "not the password");
        await visitor.WaitForAsync("#link-problem");
        await LookAsync("card-wrong-password");
        await visitor.Tab.EvaluateAsync("document.querySelector('details').open = true");
        await visitor.Tab.FillAsync("#code", "AAAA-BBBB-CCCC");
        await visitor.Tab.ClickAsync("#code-account button");
        await visitor.WaitForAsync("#code-problem");
        await LookAsync("card-wrong-code");
        await FillAccountAsync(visitor, different, TownBooks.Password);
        await visitor.WaitForAsync("#confirm-link");
        await LookAsync("card-names-differ");
        await visitor.Tab.ClickAsync("#stop button");
        await visitor.WaitForAsync("#eid-login");

        // A half-filled form, by an account that has no card yet.
        await visitor.LogInWithPasswordAsync(own);
        await visitor.GoToAsync(Form);
        await visitor.Tab.ChooseAsync("#field-purpose", "school");
        await visitor.Tab.FillAsync("#field-remark", "Donaudampfschifffahrtsgesellschaftskapitän");
        await visitor.Tab.ClickAsync("#send");
        await visitor.ProveAsync(citizen);
        await visitor.WaitForAsync("#refusal-code");
        Assert.Equal("not_linked", await visitor.TextOfAsync("#refusal-code"));
        await LookAsync("card-not-linked");
        await visitor.Tab.ClickAsync("#link button");
        await visitor.ProveAsync(citizen);
        await visitor.WaitForAsync("#confirm-link");
        await LookAsync("card-confirm-link");
        await visitor.Tab.ClickAsync("#confirm-link button");

        // The form again, first without and then with what the certificate states.
        await visitor.WaitForAsync("#draft");
        await visitor.WaitForAsync("#read-address");
        await LookAsync("form-address-missing");
        await visitor.Tab.ClickAsync("#read-address");
        await visitor.ProveAsync(citizen, give: ["identity", "address"]);
        await visitor.WaitForAsync("#notice.done");
        await LookAsync("form-proven");
        await visitor.Tab.ClickAsync("#send");
        await visitor.WaitForAsync("#sent");
        await LookAsync("request-ready");
        await visitor.Tab.ClickAsync("#document");
        await visitor.WaitForAsync("#data");
        await LookAsync("document");
        await visitor.GoToAsync("/me/security");
        await LookAsync("security-linked");

        // Refusals: another person's card for the profile, and the card for another account.
        await visitor.GoToAsync("/me/profile");
        await visitor.Tab.ClickAsync("#read-card button");
        await visitor.ProveAsync("born-2003");
        await visitor.WaitForAsync("#refusal-code");
        Assert.Equal("another_person", await visitor.TextOfAsync("#refusal-code"));
        await LookAsync("profile-refused");
        await visitor.LogOutAsync();
        await visitor.LogInWithPasswordAsync(second);
        await visitor.AskForLinkAsync(citizen);
        await visitor.WaitForAsync("#refusal-code");
        Assert.Equal("linked_elsewhere", await visitor.TextOfAsync("#refusal-code"));
        await LookAsync("card-linked-elsewhere");
    }

    private static async Task FillAccountAsync(Visitor visitor, string userName, string password)
    {
        await visitor.WaitForAsync("#link-account");
        await visitor.Tab.FillAsync("#link-account input[name=UserName]", userName);
        await visitor.Tab.FillAsync("#link-account input[name=Password]", password);
        await visitor.Tab.ClickAsync("#link-account button");
    }

    public sealed class TownOfTwoCitizens : TownWorld
    {
        // Where the two live.
        internal override string[] Settings => ["--Eid:Fields:PostalCodes:0=9000", "--Eid:Fields:PostalCodes:1=5000"];
    }
}
