using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class RefusalTests
{
    [Theory]
    [InlineData("certificate_revoked", "card", "Met deze kaart kunt u zich niet aanmelden", "ingetrokken")]
    [InlineData("certificate_expired", "card", "Met deze kaart kunt u zich niet aanmelden", "vervallen")]
    [InlineData("certificate_on_hold", "card", "Met deze kaart kunt u zich niet aanmelden", "geschorst")]
    [InlineData("pin_blocked", "card", "Met deze kaart kunt u zich niet aanmelden", "geblokkeerd")]
    [InlineData("ocsp_unavailable", "later", "Aanmelden met de kaart kan even niet", "op dit ogenblik")]
    [InlineData("user_cancelled", "stopped", "U bent niet aangemeld", "gestopt")]
    [InlineData("timed_out", "stopped", "U bent niet aangemeld", "te lang")]
    [InlineData("card_removed", "again", "Aanmelden is niet gelukt", "uit de lezer")]
    [InlineData("token_signature_invalid", "again", "Aanmelden is niet gelukt", "kon niet aanvaard worden")]
    public async Task The_login_page_says_what_happened_and_what_to_do(string code, string tone, string heading, string sentence)
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor("nl");

        var page = await visitor.GetAsync("/login?eid=" + code);

        Assert.Contains($"class=\"eid-refusal eid-refusal-{tone}\" id=\"refusal\" role=\"alert\"", page.Html);
        Assert.Equal(heading, page.Text("refusal-heading"));
        Assert.Contains(sentence, page.Text("refusal"));
        Assert.Equal(code, page.Text("refusal-code"));
        Assert.Contains($"<title>{heading} – ", page.Plain);
        Assert.Contains("id=\"eid-login\"", page.Html);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("<b>x</b>")]
    [InlineData("CertificateRevoked")]
    [InlineData("0")]
    public async Task A_text_that_is_no_code_is_not_repeated(string code)
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();

        var page = await visitor.GetAsync("/login?eid=" + Uri.EscapeDataString(code));

        Assert.Null(page.Text("refusal"));
    }
}
