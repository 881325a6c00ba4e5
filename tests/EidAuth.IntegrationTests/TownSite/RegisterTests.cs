using System.Net;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

[Trait("Group", TestGroup.Town)]
public sealed class RegisterTests
{
    private static readonly (string, string)[] Good = [("UserName", "lotte"), ("Password", "een lange zin"), ("Mail", "lotte@mail.example"), ("GivenNames", "Lotte"), ("FamilyName", "Vermeersch")];

    [Fact]
    public async Task A_new_account_is_logged_in_and_says_of_everything_that_it_was_typed()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();

        var made = await visitor.PostFromAsync("/register", "/register?returnUrl=%2Fme%2Fprofile", Good);

        Assert.Equal("/me/profile", made.Location);
        var page = await visitor.GetAsync("/me/profile");
        Assert.Contains("<bdi>Vermeersch</bdi>", page.Html);
        Assert.Contains(">typed<", page.Html);
        Assert.DoesNotContain(">from the card<", page.Html);
        using var again = town.NewVisitor();
        Assert.Equal("/me", (await again.LogInAsync("een lange zin", userName: "lotte")).Location);
    }

    [Theory]
    [InlineData("UserName", "alex", "user")]
    [InlineData("UserName", "eid-someone", "user")]
    [InlineData("UserName", "a b", "user")]
    [InlineData("UserName", "", "user")]
    [InlineData("Password", "te kort", "password")]
    [InlineData("Password", "aaaaaaaaaaaa", "password")]
    [InlineData("Mail", "no-address", "mail")]
    [InlineData("Mail", "", "mail")]
    [InlineData("GivenNames", "", "given")]
    [InlineData("FamilyName", "", "family")]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(string field, string value, string place)
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();

        var answer = await visitor.PostFromAsync("/register", "/register", [.. Good.Where(good => good.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotNull(answer.Text(place + "-problem"));
        Assert.Matches($"id=\"{place}\"[^>]*aria-invalid=\"true\"[^>]*aria-describedby=\"{place}-problem", answer.Html);
        Assert.Equal(field != "FamilyName", answer.Html.Contains("value=\"Vermeersch\"", StringComparison.Ordinal));
        Assert.DoesNotMatch("name=\"Password\"[^>]*value=", answer.Html);
        Assert.DoesNotContain("__Host-town", visitor.Cookies.Keys);
    }

    [Fact]
    public async Task Without_the_antiforgery_token_no_account_is_made()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/register", Good)).Status);

        Assert.Null((await visitor.LogInAsync("een lange zin", userName: "lotte")).Location);
    }

    [Fact]
    public async Task A_hostile_name_is_text()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();

        await visitor.PostFromAsync("/register", "/register", [.. Good.Where(good => good.Item1 != "FamilyName"), ("FamilyName", "<script>alert(1)</script>\u202Egnortsni")]);

        foreach (var path in (string[])["/me", "/me/profile", "/me/security"])
        {
            var page = await visitor.GetAsync(path);
            Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('\u202E', page.Plain);
        }
    }

    [Fact]
    public async Task Ten_wrong_passwords_from_one_place_leave_the_account_open_from_another()
    {
        await using var town = await RunningTown.StartAsync();
        using var stranger = town.NewVisitor(from: IPAddress.Parse("127.0.0.2"));
        using var owner = town.NewVisitor(from: IPAddress.Parse("127.0.0.3"));
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, (await stranger.LogInAsync("wrong")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await stranger.LogInAsync()).Status);

        Assert.Equal("/me", (await owner.LogInAsync()).Location);
    }
}
