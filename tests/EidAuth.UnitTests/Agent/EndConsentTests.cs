using EidAuth.Testing;
using EidAuth.UnitTests.Removals;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>The citizen is told that the session hangs on the card, where the site asked for that and nowhere else.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class EndConsentTests
{
    [Theory]
    [InlineData("nl", "Deze website beëindigt uw sessie wanneer u de kaart uitneemt.")]
    [InlineData("fr", "Ce site met fin à votre session lorsque vous retirez la carte.")]
    [InlineData("de", "Diese Website beendet Ihre Sitzung, wenn Sie die Karte herausnehmen.")]
    [InlineData("en", "This website ends your session when you take the card out.")]
    public async Task The_consent_page_says_it_in_the_persons_language(string language, string sentence)
    {
        await using var agent = await RunningAgent.StartAsync();

        var asked = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(more: $"&lang={language}&end={EndLogin.End}"));
        var plain = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(more: $"&lang={language}"));

        Assert.Contains(sentence, asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(sentence, plain.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(EndLogin.End, asked.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&lang=en&end=" + EndLogin.End, true)]
    [InlineData("&lang=en", false)]
    public async Task The_last_page_says_to_leave_the_card_in(string more, bool says)
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Reader.Insert(agent.IssueCard());

        var page = await agent.ConsentAsync(RunningAgent.LoginAddress(more: more));
        (await agent.Prompt.NextAsync()).Type("1234");
        page = await agent.UntilEndAsync(page);

        Assert.Equal(says, page.Text.Contains("Leave the card in while you use the website.", StringComparison.Ordinal));
        Assert.DoesNotContain(EndLogin.End, page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_9")]
    [InlineData(EndLogin.End + "&end=" + EndLogin.End)]
    public async Task A_text_that_is_none_is_refused_without_a_consent(string end)
    {
        await using var agent = await RunningAgent.StartAsync();

        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(more: $"&end={end}"));

        Assert.Equal("request_malformed", page.Code);
        Assert.Null(page.FindForm("continue"));
    }
}
