using System.Globalization;
using System.Security.Claims;
using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TownSite.Accounts;
using TownSite.Texts;

namespace TownSite.Pages;

/// <summary>Who is logged in, how, and since when. Names come from a card: hostile text until shown to be otherwise.</summary>
internal sealed class MeModel(TownTexts texts, TownClock clock) : PageModel
{
    public string Name => Text(BelgianEidClaimTypes.Name) is { Length: > 0 } name ? name : texts.MeNoName;

    public string Reference => Text(BelgianEidClaimTypes.Subject);

    public bool ByCard => User.HasClaim(BelgianEidClaimTypes.AuthenticationMethod, "sc");

    public bool IsTest => User.HasClaim(BelgianEidClaimTypes.TestTrust, "true");

    public string How => ByCard ? texts.MeHowEid : texts.MeHowPassword;

    /// <summary>The login before this one.</summary>
    public LastLogin? Previous => TownClaims.Previous(User);

    public string Since => clock.Show(LoggedIn);

    public string SinceMachine => LoggedIn.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private DateTimeOffset LoggedIn =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(User.FindFirstValue(BelgianEidClaimTypes.AuthenticationTime)!, CultureInfo.InvariantCulture));

    private string Text(string claim) => HostileText.OneLine(User.FindFirstValue(claim));
}
