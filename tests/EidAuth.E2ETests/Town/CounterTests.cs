using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>The e-counter: what a password is enough for, what asks for the card, and what an officer does with it.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class CounterTests(TownWorld town) : IClassFixture<TownWorld>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_street_light_is_reported_with_a_password_only_and_what_the_officer_does_is_seen_by_the_citizen()
    {
        await using var citizen = await town.VisitAsync();
        await citizen.Books.AddAsync("alex", "Alex", "Voorbeeld");
        await citizen.LogInWithPasswordAsync("alex");
        await citizen.GoToAsync("/counter");
        await citizen.Tab.ClickAsync("a[href='/counter/street-light']");
        await citizen.WaitForAsync("#send");
        await citizen.Tab.FillAsync("#field-place", "Eidkaai 3");
        await citizen.Tab.ClickAsync("#send");
        await citizen.WaitForAsync("#problems");
        Assert.Equal("\"Eidkaai 3\"", await citizen.Tab.EvaluateAsync("document.querySelector('#field-place').value"));
        await citizen.Tab.ChooseAsync("#field-fault", "flickers");
        await citizen.Tab.ClickAsync("#send");
        await citizen.WaitForAsync("#sent");
        var reference = await citizen.TextOfAsync("#reference");
        Assert.Equal("Submitted", await citizen.TextOfAsync("#state"));

        await using var officer = await town.VisitAsync("nl");
        await officer.Books.AddAsync("lou", "Lou", "Loket", role: "officer");
        await officer.LogInWithPasswordAsync("lou");
        await officer.GoToAsync("/office");
        await officer.Tab.ClickAsync($"a[href='/office/requests/{reference}']");
        await officer.WaitForAsync("#change");
        await officer.Tab.ClickAsync("button[name=to][value=InProgress]");
        await officer.WaitForAsync("#changed");

        var mails = citizen.World.Mails.Count;
        await officer.Tab.FillAsync("#note", "De lamp is vervangen.");
        await officer.Tab.ClickAsync("button[name=to][value=Ready]");
        await officer.WaitForAsync("#changed");

        await citizen.GoToAsync("/me/requests");
        Assert.Contains("Ready", await citizen.TextOfAsync("#requests"));
        await citizen.Tab.ClickAsync($"a[href='/me/requests/{reference}']");
        await citizen.WaitForAsync("#looked");
        Assert.Equal("Ready", await citizen.TextOfAsync("#state"));
        var page = await citizen.Tab.TextAsync();
        Assert.Contains("De lamp is vervangen.", page);
        Assert.Contains("Lou Loket", page);
        Assert.Equal(mails + 1, citizen.World.Mails.Count);
        Assert.Contains(citizen.World.Mails, mail => mail.Contains(reference, StringComparison.Ordinal) && !mail.Contains("Eidkaai", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_but_officers_sees_the_back_office_and_nobody_another_ones_request()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.Books.AddAsync("nosy", "Noor", "Nieuwsgierig");
        await visitor.LogInWithPasswordAsync("nosy");
        await visitor.GoToAsync("/office");
        Assert.False(await visitor.HasAsync("#requests, #none, #filter"));
        await visitor.GoToAsync("/me/requests/AAAA-AAAA-AAAA");
        Assert.False(await visitor.HasAsync("#state"));
    }

    [Fact]
    public async Task A_residence_certificate_asks_for_the_card_and_keeps_the_half_filled_form()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.Books.AddAsync("lotte", "Lotte Marie", "Vermeersch");
        await visitor.LogInWithPasswordAsync("lotte");
        await visitor.LinkAsync("adult-18");
        await visitor.LogOutAsync();

        await visitor.LogInWithPasswordAsync("lotte");
        await visitor.GoToAsync("/counter/residence");
        await visitor.WaitForAsync("#by-card");
        await visitor.Tab.ChooseAsync("#field-purpose", "school");
        await visitor.Tab.FillAsync("#field-remark", "Voor de inschrijving in september.");
        await visitor.Tab.ClickAsync("#send");
        await visitor.WaitForAsync("#continue");
        Assert.DoesNotContain("inschrijving", await visitor.Tab.AddressAsync());
        await visitor.ProveAsync("adult-18");

        await visitor.Tab.WaitForAddressAsync("/counter/residence", Cancellation);
        await visitor.WaitForAsync("#draft");
        Assert.Equal("\"school\"", await visitor.Tab.EvaluateAsync("document.querySelector('#field-purpose').value"));
        Assert.Equal("\"Voor de inschrijving in september.\"", await visitor.Tab.EvaluateAsync("document.querySelector('#field-remark').value"));
        Assert.Equal("0", await visitor.Tab.EvaluateAsync("localStorage.length + sessionStorage.length"));
        Assert.False(await visitor.HasAsync("#by-card"));
        await Screens.KeepAsync(await visitor.Tab.PictureAsync(), "town-residence-proven");
    }
}
