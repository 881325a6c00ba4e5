using System.Globalization;
using System.Net;
using Demo.Smoke;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.IntegrationTests.Walk;

/// <summary>docs/towns.md, from <c>dotnet new web</c> to a login, every step as it stands there.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class TownsPageTests
{
    [Fact]
    public async Task The_site_of_the_page_logs_a_card_in_refuses_a_revoked_one_asks_again_and_logs_out()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var citizens = await CitizenSide.StartAsync();
        var data = Directory.CreateTempSubdirectory("eidauth-walk-data-");
        Directory.CreateSymbolicLink(Path.Combine(data.CreateSubdirectory("eidauth-sim").FullName, "pki"), SharedPki.Folder);
        try
        {
            await using var walk = await PageWalk.FollowAsync("towns.md", "From `dotnet new web` to a login", new Dictionary<string, string?>
            {
                ["XDG_DATA_HOME"] = data.FullName,
                ["Eid__AgentPort"] = citizens.AgentPort.ToString(CultureInfo.InvariantCulture),
            });
            using var browser = new LoopbackBrowser();

            var login = await browser.GetAsync(walk.Address, cancellation);
            Assert.Equal("/login", login.Address.AbsolutePath);
            Assert.Contains("<html lang=\"en\">", login.Html);
            Assert.Contains("Type your PIN there, never on this site.", WebUtility.HtmlDecode(login.Html));
            Assert.DoesNotContain("<form", login.Html);

            // A revoked card ends on the page that the walk wrote, with the part's words.
            var refused = await citizens.LogInAsync(browser, await browser.GetAsync(login.Link("eid-login")!, cancellation), Citizen.All["revoked"]);
            Assert.Equal(("/login", "certificate_revoked"), (refused.Address.AbsolutePath, refused.Query("eid")));
            Assert.Contains("id=\"refusal-code\">certificate_revoked<", refused.Html);
            Assert.Contains("<title>You cannot log in with this card", WebUtility.HtmlDecode(refused.Html));

            var me = await citizens.LogInAsync(browser, await browser.GetAsync(refused.Link("eid-login")!, cancellation), Citizen.All["adult-18"]);
            Assert.Equal("/me", me.Address.AbsolutePath);
            Assert.Contains($"<p id=\"who\"><bdi>{Citizen.All["adult-18"].GivenNames} {Citizen.All["adult-18"].Surname}</bdi></p>", WebUtility.HtmlDecode(me.Html));
            Assert.Contains("id=\"fresh\"", (await browser.GetAsync(new Uri(walk.Address, "/deed"), cancellation)).Html);

            var loggedOut = await browser.SubmitAsync(me.FormTo("/logout") ?? me.FormTo("/Logout")!, cancellation);
            Assert.Equal("/login", loggedOut.Address.AbsolutePath);
            Assert.Equal("/login", (await browser.GetAsync(new Uri(walk.Address, "/me"), cancellation)).Address.AbsolutePath);

            // Not logged in, the page that wants the card leads to it at once and is there afterwards.
            var deed = await citizens.LogInAsync(browser, await browser.GetAsync(new Uri(walk.Address, "/deed"), cancellation), Citizen.All["adult-18"]);
            Assert.Equal("/deed", deed.Address.AbsolutePath);
            Assert.Contains("id=\"fresh\"", deed.Html);
            Assert.Contains("TEST TRUST", walk.Log);
            Assert.DoesNotContain(Citizen.All["adult-18"].Surname, walk.Log);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
