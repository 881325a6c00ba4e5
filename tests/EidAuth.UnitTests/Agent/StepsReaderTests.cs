using EidAgent.Logins;
using EidAgent.Pages;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>While the PIN is asked, page and window name the reader that the card is in.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class StepsReaderTests
{
    [Fact]
    public async Task Page_and_window_name_the_reader_and_the_tries_left()
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Reader.Insert(agent.IssueCard());

        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "PinInWindow");
        var question = (await agent.Prompt.NextAsync()).Question;

        Assert.Contains("""<p class="note" id="reader">Card reader: <bdi>Simulated Reader 00 00</bdi></p>""", page.Html);
        Assert.Contains("3 tries left.", page.Text);
        Assert.Equal(("Simulated Reader 00 00", 3), (question.Reader, question.TriesLeft));
        Assert.Empty(question.Leaves);
    }

    [Theory]
    [InlineData("PinInWindow", true)]
    [InlineData("PinOnKeypad", true)]
    [InlineData("LastTry", true)]
    [InlineData("Reading", false)]
    [InlineData("Signing", false)]
    public void A_reader_is_named_only_while_the_PIN_is_asked(string step, bool named)
    {
        using var attempt = Attempt("Reader 00 00");

        attempt.Show(Enum.Parse<LoginStep>(step));

        Assert.Equal(named, StepsPage.Content(Texts.In(UiLanguage.Dutch), attempt, attempt.Progress).Markup.Contains("Reader 00 00", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hostile_name_stays_a_text_of_its_own()
    {
        using var attempt = Attempt("\u202E<script>alert(1)</script>\0");

        attempt.Show(LoginStep.PinInWindow, 3);

        Assert.Contains("<bdi>\uFFFD‹script›alert(1)‹/script›\uFFFD</bdi>", StepsPage.Content(Texts.In(UiLanguage.Dutch), attempt, attempt.Progress).Markup);
    }

    private static LoginAttempt Attempt(string reader)
    {
        Assert.True(LoginRequest.TryParse(
            [new("v", "1"), new("nonce", RunningAgent.Nonce), new("return_to", RunningAgent.ReturnTo), new("state", RunningAgent.State)], out var request, out _));
        return new LoginAttempt(request!, UiLanguage.Dutch, TimeSpan.FromMinutes(2), new ManualTimeProvider()) { Reader = reader };
    }
}
