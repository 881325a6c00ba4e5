using System.Globalization;
using System.Net;
using EidAgent.Logins;
using EidAgent.Pages;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>An open page hears of the end, whatever it knows and whenever it asks: a login goes on while its page is written.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class OpenPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_that_knows_the_last_version_of_an_ended_login_is_told_to_load_the_end()
    {
        await using var agent = await RunningAgent.StartAsync();
        var page = await agent.UntilStepAsync(await agent.ConsentAsync(), "InsertCard");
        await agent.Browser.SubmitAsync(page.Form("cancel"));

        foreach (var version in Enumerable.Range(page.Version, 4))
        {
            var told = await agent.Browser.FetchAsync($"{page.ChangesAt}?after={version}").WaitAsync(Patience, Cancellation);
            Assert.Equal(HttpStatusCode.ResetContent, told.Status);
        }
    }

    [Fact]
    public async Task A_use_that_has_ended_lets_nobody_wait()
    {
        using var attempt = Attempt();
        var waiting = attempt.WaitForChangeAsync(attempt.Progress.Version, Cancellation);
        Assert.False(waiting.IsCompleted);

        attempt.End(LoginEnding.Cancelled);

        await waiting.WaitAsync(Patience, Cancellation);
        Assert.True(attempt.WaitForChangeAsync(attempt.Progress.Version, Cancellation).IsCompletedSuccessfully);
    }

    [Fact]
    public void A_page_shows_one_moment_with_its_own_version()
    {
        using var attempt = Attempt();
        attempt.Show(LoginStep.Reading);
        var moment = attempt.Progress;
        attempt.Show(LoginStep.PinInWindow, 2);

        var page = StepsPage.Content(Texts.In(UiLanguage.Dutch), attempt, moment).Markup;

        Assert.Contains("data-step=\"Reading\"", page, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"data-version=\"{moment.Version}\""), page, StringComparison.Ordinal);
    }

    private static LoginAttempt Attempt()
    {
        Assert.True(LoginRequest.TryParse(
            [new("v", "1"), new("nonce", RunningAgent.Nonce), new("return_to", RunningAgent.ReturnTo), new("state", RunningAgent.State)], out var request, out _));
        return new LoginAttempt(request!, UiLanguage.Dutch, TimeSpan.FromMinutes(2), new ManualTimeProvider());
    }
}
