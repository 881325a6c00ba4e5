using EidAgent.Pages;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

[Trait("Group", TestGroup.Agent)]
public sealed class PageTokensTests
{
    private readonly ManualTimeProvider clock = new();

    [Fact]
    public void A_token_opens_the_buttons_of_its_page()
    {
        var tokens = new PageTokens(clock);
        var token = tokens.Issue("/sites");
        clock.Advance(PageTokens.Lifetime);
        Assert.True(tokens.IsValid("/sites", token));
        Assert.NotEqual(token, tokens.Issue("/sites"));
    }

    [Fact]
    public void No_other_page_no_other_process_and_no_later_time_takes_it()
    {
        var tokens = new PageTokens(clock);
        var token = tokens.Issue("/sites");
        Assert.False(tokens.IsValid("/diary", token));
        Assert.False(new PageTokens(clock).IsValid("/sites", token));
        clock.Advance(PageTokens.Lifetime + TimeSpan.FromSeconds(1));
        Assert.False(tokens.IsValid("/sites", token));
    }

    [Fact]
    public void Every_changed_letter_is_refused()
    {
        var tokens = new PageTokens(clock);
        var token = tokens.Issue("/sites");
        for (var i = 0; i < token.Length; i++)
        {
            // Not the next letter: the last one's lower bits say nothing.
            var changed = token[i] == 'A' ? 'Q' : 'A';
            var other = string.Concat(token.AsSpan(0, i), changed.ToString(), token.AsSpan(i + 1));
            Assert.True(other == token || !tokens.IsValid("/sites", other), $"Letter {i} may be changed.");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("!!!!")]
    public void What_is_no_token_is_refused(string? text) => Assert.False(new PageTokens(clock).IsValid("/sites", text));
}
