using System.Net;
using EidAuth.Belpic;
using EidAuth.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TownSite.Accounts;
using TownSite.Counter.Requests;
using TownSite.Data;
using Xunit;
using SimulatedCitizen = EidAuth.Simulator.Cards.Citizen;

namespace EidAuth.IntegrationTests.TownSite.Counter;

/// <summary>Certificates: a password, the form, the card, the form again, and what comes of it. The citizen is adult-18, of 9000 Gent.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class CertificateTests(CardWorld world) : IClassFixture<CardWorld>
{
    private const string Here = "--Eid:Fields:PostalCodes:0=9000";
    private const string Elsewhere = "--Eid:Fields:PostalCodes:0=2500";
    private const string Residence = "/counter/residence";
    private static readonly (string, string)[] Filled = [("for", "self"), ("a.purpose", "housing"), ("a.remark", "canary <remark>")];

    [Fact]
    public async Task A_residence_certificate_asks_for_the_card_keeps_the_form_and_is_ready_at_once()
    {
        using var mails = new TemporaryFolder();
        await using var town = await world.StartTownAsync(Here, $"--Town:MailFolder={mails.Path}");
        using var visitor = await LinkedAsync(town);

        var form = await StepUpAsync(visitor, Residence, Filled, CardParts.Identity | CardParts.Address);

        Assert.Equal("Your card has proven who you are. Check your answers and send.", form.Text("notice"));
        Assert.Contains("canary &lt;remark&gt;</textarea>", form.Html);
        Assert.Contains("<option value=\"housing\" selected=\"selected\">", form.Html);
        Assert.Equal("Send", form.Text("send"));
        Assert.Empty(await RequestsAsync(town));

        var sent = await visitor.PostFromAsync(Residence, Residence, Filled);
        var request = Assert.Single(await RequestsAsync(town));
        Assert.Equal($"/me/requests/{request.Reference}?sent", sent.Location);
        Assert.Equal((RequestState.Ready, Means.Card, true), (request.State, request.Means, request.TestTrust));
        Assert.NotNull(request.CardProvenAt);
        Assert.Null((await visitor.GetAsync(Residence)).Text("draft"));

        var page = await visitor.GetAsync(sent.Location!);
        Assert.Contains("by the site, by the form’s rule", page.Plain);
        Assert.Contains("eID card, proven on", page.Text("means"));
        var document = await visitor.GetAsync($"/me/requests/{request.Reference}/document");
        Assert.Equal("SAMPLE: this town is invented. This certificate has no value.", document.Text("sample"));
        Assert.Equal(request.Reference, document.Text("reference"));
        Assert.Contains("<bdi>Lotte Marie Vermeersch</bdi>", document.Html);
        Assert.Contains("<bdi>14 March 1985</bdi>", document.Html);
        Assert.Contains("<bdi>Bloemenlaan 12, 9000 Gent</bdi>", document.Html);
        Assert.Matches("Certificate of the card, read on \\d", document.Plain);
        Assert.Matches("File of the card, signed by the National Register, read on \\d", document.Plain);
        Assert.Equal("That was a test card: it proves nothing.", document.Text("test"));
        Assert.DoesNotContain(SimulatedCitizen.All["adult-18"].NationalNumber, document.Html + page.Html);

        Assert.Single(Directory.GetFiles(mails.Path, "*.eml").Select(File.ReadAllText), mail => mail.Contains("Subject: An eID card was linked to your account\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_card_alone_sends_nothing()
    {
        await using var town = await world.StartTownAsync(Here);
        using var visitor = await LinkedAsync(town);

        await StepUpAsync(visitor, Residence, Filled, CardParts.Identity | CardParts.Address);
        await visitor.GetAsync(Residence);

        Assert.Empty(await RequestsAsync(town));
    }

    [Fact]
    public async Task Another_persons_card_proves_nothing_here_and_the_form_is_still_filled()
    {
        await using var town = await world.StartTownAsync(Here);
        using var visitor = await LinkedAsync(town);
        var asked = await visitor.PostFromAsync(Residence, Residence, Filled);

        var callback = await world.SignAsync(visitor, asked, "adult-17", CardParts.Identity | CardParts.Address);
        var answer = await visitor.GetAsync(callback.Location!);

        Assert.NotEqual(Residence, answer.Location);
        var form = await visitor.GetAsync(Residence);
        Assert.Equal("Continue with your eID card", form.Text("send"));
        Assert.Contains("canary", form.Plain);
        Assert.Empty(await RequestsAsync(town));
    }

    [Fact]
    public async Task Who_lives_elsewhere_is_told_whose_town_gives_it()
    {
        await using var town = await world.StartTownAsync(Elsewhere);
        using var visitor = await LinkedAsync(town);
        await StepUpAsync(visitor, Residence, Filled, CardParts.Identity | CardParts.Address);

        var page = await visitor.PostFromAsync(Residence, Residence, Filled);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Your card proves an address in Gent.", page.Text("notice"));
        Assert.Contains("canary", page.Plain);
        Assert.Empty(await RequestsAsync(town));
    }

    [Fact]
    public async Task An_address_that_the_card_did_not_give_is_asked_for_and_nothing_typed_is_lost()
    {
        await using var town = await world.StartTownAsync(Here);
        using var visitor = await LinkedAsync(town);
        await StepUpAsync(visitor, Residence, Filled, CardParts.Identity);
        Assert.Contains("id=\"read-address\"", (await visitor.GetAsync(Residence)).Html);

        var page = await visitor.PostFromAsync(Residence, Residence, Filled);

        Assert.Contains("Your address is not proven yet", page.Text("notice"));
        Assert.Contains("canary", page.Plain);
        Assert.Empty(await RequestsAsync(town));
        var again = await visitor.PostFromAsync(Residence, Residence + "?handler=Address", Filled);
        Assert.Contains("id=\"read-address\"", page.Html);
        var callback = await world.SignAsync(visitor, again, "adult-18", CardParts.Identity | CardParts.Address);
        Assert.Equal(Residence, (await visitor.GetAsync(callback.Location!)).Location);
        Assert.Contains("canary", (await visitor.GetAsync(Residence)).Plain);
        await visitor.PostFromAsync(Residence, Residence, Filled);
        Assert.Equal(RequestState.Ready, Assert.Single(await RequestsAsync(town)).State);
    }

    [Fact]
    public async Task Who_gave_less_than_a_certificate_states_is_told_and_may_read_the_card_again_or_send()
    {
        await using var town = await world.StartTownAsync(Here);
        using var visitor = await LinkedAsync(town);

        var form = await StepUpAsync(visitor, Residence, Filled, CardParts.Address);
        Assert.Contains("Your card did not give all that is needed", form.Text("notice"));
        Assert.Contains("id=\"read-details\"", form.Html);

        var again = await visitor.PostFromAsync(Residence, Residence + "?handler=Address", Filled);
        var callback = await world.SignAsync(visitor, again, "adult-18", CardParts.Identity | CardParts.Address);
        Assert.Equal(Residence, (await visitor.GetAsync(callback.Location!)).Location);
        Assert.Equal("Your card has proven who you are. Check your answers and send.", (await visitor.GetAsync(Residence)).Text("notice"));
        await visitor.PostFromAsync(Residence, Residence, Filled);
        Assert.Equal(RequestState.Ready, Assert.Single(await RequestsAsync(town)).State);
    }

    [Fact]
    public async Task What_the_card_before_proved_is_certified_to_nobody_who_put_another_in_its_place()
    {
        await using var town = await world.StartTownAsync(Here);
        using var visitor = await LinkedAsync(town);
        var asked = await visitor.PostFromAsync("/me/profile", "/me/profile?handler=Read");
        var read = await world.SignAsync(visitor, asked, "adult-18", CardParts.Identity | CardParts.Address);
        Assert.Equal("/me/profile?done=card", (await visitor.PostFromAsync(read.Location!, read.Location!)).Location);
        await ReadEarlierAsync(town);

        // All it takes is the password and any other card.
        Assert.Equal("/me/security?done=unlinked", (await visitor.PostFromAsync("/me/security", "/me/security?handler=Unlink")).Location);
        var link = await world.SignAsync(visitor, await visitor.PostFromAsync("/me/security", "/me/security?handler=Link"), "adult-17");
        Assert.Equal("/me/security?done=linked", (await visitor.PostFormAsync(await visitor.GetAsync(link.Location!), "confirm-link")).Location);
        var page = await visitor.PostFromAsync(Residence, Residence, Filled);

        Assert.Contains("Your address is not proven yet", page.Text("notice"));
        Assert.Empty(await RequestsAsync(town));
    }

    [Fact]
    public async Task For_another_person_an_officer_decides_and_sees_whom_and_why()
    {
        await using var town = await world.StartTownAsync(Here);
        using var visitor = await LinkedAsync(town);
        (string, string)[] filled = [("for", "other"), ("a.other.name", "Jan <b>Peeters"), ("a.other.reason", "He is my father\r\nand in hospital."), ("a.purpose", "housing")];
        await StepUpAsync(visitor, Residence, filled, CardParts.Identity | CardParts.Address);

        var sent = await visitor.PostFromAsync(Residence, Residence, filled);

        var request = Assert.Single(await RequestsAsync(town));
        Assert.Equal((RequestState.Submitted, "Jan <b>Peeters", "He is my father\nand in hospital."), (request.State, request.OtherName, request.OtherReason));
        Assert.Null(request.Statement);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/me/requests/{request.Reference}/document")).Status);
        Assert.Equal("you, for Jan <b>Peeters", (await visitor.GetAsync(sent.Location!)).Text("by"));
        Assert.Contains("for <bdi>Jan &lt;b&gt;Peeters</bdi>", (await visitor.GetAsync("/me/requests")).Html);
        using var officer = town.NewVisitor();
        await officer.LogInAsync(userName: "loket");
        var seen = await officer.GetAsync("/office/requests/" + request.Reference);
        Assert.Equal("Lotte Vermeersch", seen.Text("asked-by"));
        Assert.Equal("Jan <b>Peeters", seen.Text("asked-for"));
        Assert.Contains("He is my father", seen.Text("reason"));
        Assert.Contains("eID card, proven on", seen.Text("means"));
        Assert.DoesNotContain(SimulatedCitizen.All["adult-18"].NationalNumber, seen.Html);
    }

    [Fact]
    public async Task A_life_certificate_of_who_lives_elsewhere_goes_to_an_officer()
    {
        await using var town = await world.StartTownAsync(Elsewhere);
        using var visitor = await LinkedAsync(town);
        await StepUpAsync(visitor, "/counter/life", [("for", "self")], CardParts.Identity | CardParts.Address);

        await visitor.PostFromAsync("/counter/life", "/counter/life", ("for", "self"));

        var request = Assert.Single(await RequestsAsync(town));
        Assert.Equal((RequestState.Submitted, Means.Card), (request.State, request.Means));
        Assert.Null(request.Statement);
    }

    [Fact]
    public async Task A_good_conduct_certificate_is_for_oneself_and_handled_by_an_officer()
    {
        await using var town = await world.StartTownAsync(Here);
        using var visitor = await LinkedAsync(town);
        (string, string)[] filled = [("for", "other"), ("a.other.name", "Jan Peeters"), ("a.other.reason", "He asked me to."), ("a.model", "general")];

        var page = await visitor.PostFromAsync("/counter/good-conduct", "/counter/good-conduct", filled);
        Assert.Equal("You can fill in this form for yourself only.", page.Text("notice"));
        Assert.Empty(await RequestsAsync(town));

        await StepUpAsync(visitor, "/counter/good-conduct", [("for", "self"), ("a.model", "general")], CardParts.Identity | CardParts.Address);
        await visitor.PostFromAsync("/counter/good-conduct", "/counter/good-conduct", ("for", "self"), ("a.model", "general"));
        Assert.Equal(RequestState.Submitted, Assert.Single(await RequestsAsync(town)).State);
    }

    /// <summary>Fills in the form, fetches the card, and comes back to the form.</summary>
    private async Task<Answer> StepUpAsync(Visitor visitor, string form, (string, string)[] filled, CardParts give)
    {
        var asked = await visitor.PostFromAsync(form, form, filled);
        var callback = await world.SignAsync(visitor, asked, "adult-18", give);
        var landed = await visitor.GetAsync(callback.Location!);
        Assert.Equal(form, landed.Location);
        return await visitor.GetAsync(form);
    }

    private static async Task ReadEarlierAsync(RunningTown town)
    {
        await using var scope = town.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TownContext>();
        var fields = await context.ProfileFields.ToListAsync();
        Assert.Contains(fields, field => field.Source == ProfileSource.NationalRegisterSignature);
        fields.ForEach(field => field.ReadAt -= TimeSpan.FromHours(1));
        await context.SaveChangesAsync();
    }

    /// <summary>Logged in by password to an account that has the card of adult-18.</summary>
    private async Task<Visitor> LinkedAsync(RunningTown town)
    {
        await using (var scope = town.Services.CreateAsyncScope())
        {
            var user = new TownUser { UserName = "lotte", Email = "lotte@mail.example", GivenName = "Lotte", FamilyName = "Vermeersch", Language = "en" };
            Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<TownUser>>().CreateAsync(user, Seed.Password)).Succeeded);
        }

        using var first = town.NewVisitor();
        var callback = await world.LogInAsync(first, "adult-18");
        Assert.Equal("/me", (await first.PostFromAsync(callback.Location!, "/card?handler=Password&returnUrl=%2Fme", ("UserName", "lotte"), ("Password", Seed.Password))).Location);
        var visitor = town.NewVisitor();
        Assert.Equal("/me", (await visitor.LogInAsync(userName: "lotte")).Location);
        return visitor;
    }

    private static async Task<List<ServiceRequest>> RequestsAsync(RunningTown town)
    {
        await using var scope = town.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<TownContext>();
        var lotte = await context.Users.SingleAsync(user => user.UserName == "lotte");
        return await context.Set<ServiceRequest>().Where(request => request.AskerId == lotte.Id).ToListAsync();
    }
}
