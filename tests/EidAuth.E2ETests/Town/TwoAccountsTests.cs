using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EidAuth.E2ETests.Browsers;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>One person with two accounts: servers that ran with different lists of keys each made one, and the town now knows both keys.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class TwoAccountsTests(TwoAccountsTests.TownWithTwoKeys town) : IClassFixture<TwoAccountsTests.TownWithTwoKeys>
{
    [Fact]
    public async Task The_card_leads_to_neither_until_an_officer_undid_one_link()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.EnterWithCardAsync("adult-18");
        await visitor.LogOutAsync();
        await visitor.Books.AddAsync("lotte", "Lotte Marie", "Vermeersch");
        var older = town.OlderLinkOf(Citizen.All["adult-18"]);
        await visitor.Books.SetLinkAsync("lotte", older, isThere: true);

        await visitor.LogInWithCardAsync("adult-18");
        await visitor.WaitForAsync("#refusal-code");
        await Screens.KeepAsync(await visitor.Tab.PictureAsync(), "town-conflict", "two_accounts");
        Assert.Equal("two_accounts", await visitor.TextOfAsync("#refusal-code"));
        await visitor.GoToAsync("/me");
        await visitor.WaitForAsync("#eid-login");
        Assert.Equal((2, 1), (await visitor.Books.LinksAsync(), await visitor.Books.LinksOfAsync("lotte")));

        await visitor.Books.SetLinkAsync("lotte", older, isThere: false);
        await visitor.LogInWithCardAsync("adult-18");
        await visitor.WaitForAsync("#how");
        Assert.Equal((1, 0), (await visitor.Books.LinksAsync(), await visitor.Books.LinksOfAsync("lotte")));
    }

    public sealed class TownWithTwoKeys : TownWorld
    {
        private const string SiteId = "two-keys.example/loket";

        private readonly string older = OpenTown.NewKey();

        internal override string[] Settings =>
        [
            "--Eid:SiteId=" + SiteId, "--Eid:PseudonymKeys:0:Id=newer", "--Eid:PseudonymKeys:0:Key=" + OpenTown.NewKey(),
            "--Eid:PseudonymKeys:1:Id=older", "--Eid:PseudonymKeys:1:Key=" + older,
        ];

        // docs/towns.md, Claims, and docs/accounts.md, What a link is: computed here by itself.
        internal string OlderLinkOf(Citizen citizen)
        {
            var mac = HMACSHA256.HashData(Convert.FromBase64String(older), Encoding.UTF8.GetBytes($"eidauth/sub/v1\0{SiteId}\0{citizen.NationalNumber}"));
            return Base64Url.EncodeToString(mac) + ".older.test";
        }
    }
}
