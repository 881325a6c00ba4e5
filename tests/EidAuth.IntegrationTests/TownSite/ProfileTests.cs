using System.Net;
using EidAuth.Belpic;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

/// <summary>A person's details: from the card with its proof, or typed.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class ProfileTests(CardWorld world) : IClassFixture<CardWorld>
{
    [Fact]
    public async Task A_first_login_keeps_the_names_and_their_proof_and_nothing_else()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = await world.NewFromCardAsync(town, "adult-18");

        var page = await visitor.GetAsync("/me/profile");

        Assert.Equal("Vermeersch", Row(page, "family_name").Value);
        Assert.Matches(@"from the card \d{1,2} \w+ \d{4}, \d\d:\d\d · proven by the certificate", Row(page, "family_name").From);
        Assert.Equal("–", Row(page, "eid:street").Value);
        Assert.DoesNotContain(Citizen.All["adult-18"].Address.Street, page.Plain);
    }

    [Fact]
    public async Task The_card_is_read_shown_and_taken_over_by_a_post_alone()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = await world.NewFromCardAsync(town, "adult-18");
        var citizen = Citizen.All["adult-18"];

        var start = await visitor.PostFromAsync("/me/profile", "/me/profile?handler=Read", ("photo", "true"));
        Assert.Equal("identity,address,photo", CardWorld.Asked(start, "fields"));
        var callback = await world.SignAsync(visitor, start, "adult-18", CardParts.Identity | CardParts.Address | CardParts.Photo);
        var shown = await visitor.GetAsync(callback.Location!);

        Assert.Equal("/me/profile/card", callback.Location);
        Assert.Equal("Lotte Marie Vermeersch", shown.Text("who"));
        Assert.Contains(citizen.Address.Street, shown.Plain);
        Assert.Equal("image/jpeg", (await visitor.GetAsync("/me/photo/given")).Headers["Content-Type"]);
        Assert.Equal("–", Row(await visitor.GetAsync("/me/profile"), "eid:street").Value);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/me/photo")).Status);

        Assert.Equal("/me/profile?done=card", (await visitor.PostFormAsync(shown, "take-over")).Location);
        var page = await visitor.GetAsync("/me/profile");
        Assert.Equal(citizen.Address.Street, Row(page, "eid:street").Value);
        Assert.Contains("signed by the National Register", Row(page, "eid:street").From);
        Assert.Equal("image/jpeg", (await visitor.GetAsync("/me/photo")).Headers["Content-Type"]);
        Assert.Equal("login_expired", (await visitor.GetAsync("/me/profile/card")).Text("refusal-code"));
    }

    [Fact]
    public async Task Left_as_it_is_nothing_changes()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = await world.NewFromCardAsync(town, "adult-18");
        var start = await visitor.PostFromAsync("/me/profile", "/me/profile?handler=Read");
        Assert.Equal("identity,address", CardWorld.Asked(start, "fields"));
        await world.SignAsync(visitor, start, "adult-18", CardParts.Identity | CardParts.Address);

        Assert.Equal("/me/profile", (await visitor.PostFromAsync("/me/profile/card", "/me/profile/card?handler=Leave")).Location);

        Assert.Equal("–", Row(await visitor.GetAsync("/me/profile"), "eid:street").Value);
        Assert.Equal("login_expired", (await visitor.GetAsync("/me/profile/card")).Text("refusal-code"));
    }

    [Fact]
    public async Task Fields_that_the_citizen_does_not_give_stay_empty()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = await world.NewFromCardAsync(town, "adult-18");
        var start = await visitor.PostFromAsync("/me/profile", "/me/profile?handler=Read");
        await world.SignAsync(visitor, start, "adult-18", CardParts.Identity);

        await visitor.PostFromAsync("/me/profile/card", "/me/profile/card");

        var page = await visitor.GetAsync("/me/profile");
        Assert.NotEqual("–", Row(page, "birthdate").Value);
        Assert.Equal("–", Row(page, "eid:street").Value);
    }

    [Fact]
    public async Task Another_persons_card_changes_nothing()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = await world.NewFromCardAsync(town, "adult-18");
        var start = await visitor.PostFromAsync("/me/profile", "/me/profile?handler=Read");
        await world.SignAsync(visitor, start, "adult-17", CardParts.Identity | CardParts.Address);

        Assert.Equal("another_person", (await visitor.GetAsync("/me/profile/card")).Text("refusal-code"));

        var page = await visitor.GetAsync("/me/profile");
        Assert.Equal("Vermeersch", Row(page, "family_name").Value);
        Assert.Equal("–", Row(page, "eid:street").Value);
    }

    [Fact]
    public async Task Without_the_antiforgery_token_nothing_is_taken_over()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = await world.NewFromCardAsync(town, "adult-18");
        var start = await visitor.PostFromAsync("/me/profile", "/me/profile?handler=Read");
        await world.SignAsync(visitor, start, "adult-18", CardParts.Identity | CardParts.Address);

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/me/profile/card", [])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/me/profile", [("Mail", "evil@mail.example")])).Status);

        var page = await visitor.GetAsync("/me/profile");
        Assert.Equal("–", Row(page, "eid:street").Value);
        Assert.DoesNotContain("evil@mail.example", page.Html);
    }

    [Theory]
    [InlineData("new@mail.example", "0470 00 00 00", null, null)]
    [InlineData("", "", null, null)]
    [InlineData("no-address", "0470 00 00 00", "This is not an e-mail address.", null)]
    [InlineData("a@b.example\r\nBcc: c@d.example", "0470 00 00 00", "This is not an e-mail address.", null)]
    [InlineData("new@mail.example", "call me", null, "This is no telephone number: digits, spaces, + and / are allowed.")]
    public async Task What_is_typed_is_checked_and_kept(string mail, string phone, string? mailProblem, string? phoneProblem)
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();
        await visitor.LogInAsync();

        var answer = await visitor.PostFromAsync("/me/profile", "/me/profile", ("Mail", mail), ("Phone", phone));

        Assert.Equal((mailProblem, phoneProblem), (answer.Text("mail-problem"), answer.Text("phone-problem")));
        var kept = (await visitor.GetAsync("/me/profile")).Html;
        var accepted = mailProblem is null && phoneProblem is null;
        Assert.Equal(accepted ? "/me/profile?done=saved" : null, answer.Location);
        Assert.Equal(accepted && mail.Length > 0, kept.Contains("value=\"new@mail.example\"", StringComparison.Ordinal));
        Assert.Equal(!accepted, kept.Contains("value=\"alex@voorbeeldegem.example\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_old_address_learns_that_there_is_a_new_one_and_other_sessions_end()
    {
        using var mails = new TemporaryFolder();
        await using var town = await RunningTown.StartAsync($"--Town:MailFolder={mails.Path}");
        using var visitor = town.NewVisitor();
        using var there = town.NewVisitor();
        await visitor.LogInAsync();
        await there.LogInAsync();

        await visitor.PostFromAsync("/me/profile", "/me/profile", ("Mail", "new@mail.example"), ("Phone", ""));

        var mail = File.ReadAllText(Assert.Single(Directory.GetFiles(mails.Path, "*.eml")));
        Assert.Contains("\r\nTo: alex@voorbeeldegem.example\r\n", mail);
        Assert.DoesNotContain("new@mail.example", mail);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/me")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Nobody_sees_anothers_photograph_or_details()
    {
        await using var town = await world.StartTownAsync();
        using var stranger = town.NewVisitor();

        foreach (var path in (string[])["/me", "/me/profile", "/me/profile/card", "/me/security", "/me/photo", "/me/photo/given", "/me/claims"])
        {
            Assert.StartsWith("http://localhost:5080/login?ReturnUrl=", (await stranger.GetAsync(path)).Location, StringComparison.Ordinal);
        }
    }

    private static (string Value, string From) Row(Answer page, string field)
    {
        var row = System.Text.RegularExpressions.Regex.Match(page.Html, $"<tr data-field=\"{field}\">(?<row>.*?)</tr>", System.Text.RegularExpressions.RegexOptions.Singleline).Groups["row"].Value;
        var cells = System.Text.RegularExpressions.Regex.Matches(row, "<td[^>]*>(.*?)</td>", System.Text.RegularExpressions.RegexOptions.Singleline)
            .Select(cell => System.Text.RegularExpressions.Regex.Replace(WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(cell.Groups[1].Value, "<[^>]*>", "")), @"\s+", " ").Trim()).ToArray();
        return (cells[0], cells[1]);
    }
}
