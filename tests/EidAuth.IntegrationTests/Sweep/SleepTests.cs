using EidAuth.IntegrationTests.PcSc;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Sweep;

/// <summary>
/// The program sleeps as a computer puts it to sleep: it stands still (SIGSTOP), the wall clock goes on, and then it goes on where it was. A short nap changes nothing; what was waiting when a long one began
/// has ended, before anything is sent to the card; and what happened to the card meanwhile is seen.
/// </summary>
[Trait("Group", TestGroup.Agent)]
[Collection(ServiceAddress.Collection)]
public sealed class SleepTests(SweepWorld world) : IClassFixture<SweepWorld>
{
    private const string End = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwd-_8";

    [Theory]
    [InlineData(false, "signed", 1)]
    [InlineData(true, "consent_expired", 0)]
    public async Task A_consent_that_waits(bool isLong, string ending, int verified)
    {
        var sent = await PrepareAsync();
        using var login = await SweepLogin.AskAsync(world.Agent.Address, world.Town.ReturnTo);

        await SleepAsync(isLong, () => Task.CompletedTask);
        world.Prompt.Type();
        await login.AgreeAsync();

        Assert.Equal(ending, await EndAsync(login));
        await AssertNothingLostAsync(sent, verified);
    }

    [Theory]
    [InlineData(false, true, "signed", 1)]
    [InlineData(false, false, "signed", 1)]
    [InlineData(true, true, "pin_timed_out", 0)]
    [InlineData(true, false, "pin_timed_out", 0)]
    public async Task A_PIN_window_that_is_open(bool isLong, bool isTypedMeanwhile, string ending, int verified)
    {
        var sent = await PrepareAsync();
        using var login = await OpenWindowAsync();

        await SleepAsync(isLong, () =>
        {
            if (isTypedMeanwhile)
            {
                world.Prompt.Type();
            }

            return Task.CompletedTask;
        });
        world.Prompt.Type();

        Assert.Equal(ending, await EndAsync(login));
        await AssertNothingLostAsync(sent, verified);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_card_that_leaves_meanwhile_under_an_open_window(bool comesBack)
    {
        var sent = await PrepareAsync();
        using var login = await OpenWindowAsync();

        await SleepAsync(isLong: false, () => LeaveAsync(comesBack));

        Assert.Equal("card_removed", await EndAsync(login));
        await AssertNothingLostAsync(sent, verified: 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_session_that_is_to_end_with_its_card(bool isLong)
    {
        await PrepareAsync();
        var posts = await KeepAsync();

        await SleepAsync(isLong, () => Task.CompletedTask);
        using (var next = await SweepLogin.AskAsync(world.Agent.Address, world.Town.ReturnTo))
        {
            // It has looked at clock and readers by then.
            await next.AgreeAsync();
            Assert.Equal("signed", await EndAsync(next));
        }

        Assert.Equal(posts, world.Town.Posts);
        await world.EmptyReaderAsync();
        await UntilAsync(() => world.Town.Posts == posts + 1, "the site was not told");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_card_that_leaves_meanwhile_ends_its_session(bool comesBack)
    {
        await PrepareAsync();
        var posts = await KeepAsync();

        await SleepAsync(isLong: false, () => LeaveAsync(comesBack));

        await UntilAsync(() => world.Town.Posts == posts + 1, "the site was not told");
    }

    private async Task<int> PrepareAsync()
    {
        await world.PrepareAsync(fakeTime: true, cardIn: true, halfTyped: false);
        return world.Card.PinCommands;
    }

    private async Task<SweepLogin> OpenWindowAsync()
    {
        var login = await SweepLogin.AskAsync(world.Agent.Address, world.Town.ReturnTo);
        await login.AgreeAsync();
        await UntilAsync(() => world.Prompt.Waits(half: false), "no PIN window");
        return login;
    }

    private async Task<int> KeepAsync()
    {
        world.Prompt.Type();
        using var login = await SweepLogin.AskAsync(world.Agent.Address, world.Town.ReturnTo, End);
        await login.AgreeAsync();
        Assert.Equal("signed", await EndAsync(login));
        return world.Town.Posts;
    }

    private async Task SleepAsync(bool isLong, Func<Task> meanwhile)
    {
        await world.DoAsync(Fault.AgentStopped, null);
        await meanwhile();
        if (isLong)
        {
            await world.DoAsync(Fault.ClockForward, null);
        }

        world.Agent.Signal(18);
    }

    private async Task LeaveAsync(bool comesBack)
    {
        await world.EmptyReaderAsync();
        if (comesBack)
        {
            await world.InsertAsync(world.Card);
        }
    }

    private async Task<string> EndAsync(SweepLogin login)
    {
        string? ending = null;
        await UntilAsync(async () => (ending = await login.LookAsync()) is not null, "the login does not end");
        return ending!;
    }

    private async Task AssertNothingLostAsync(int sent, int verified)
    {
        await UntilAsync(() => world.Prompt.Running.Count == 0, "a PIN window is left");
        Assert.Equal(verified, world.Card.PinCommands - sent);
        Assert.Equal(3, world.Card.Card.TriesLeft);

        await world.PrepareAsync(fakeTime: true, cardIn: true, halfTyped: false);
        world.Prompt.Type();
        using var next = await SweepLogin.AskAsync(world.Agent.Address, world.Town.ReturnTo);
        await next.AgreeAsync();
        Assert.Equal("signed", await EndAsync(next));
        Assert.DoesNotContain("Defect in the agent", world.Agent.Output, StringComparison.Ordinal);
    }

    private Task UntilAsync(Func<bool> condition, string otherwise) => UntilAsync(() => Task.FromResult(condition()), otherwise);

    private async Task UntilAsync(Func<Task<bool>> condition, string otherwise)
    {
        for (var since = TimeProvider.System.GetTimestamp(); !await condition(); await Task.Delay(50, TestContext.Current.CancellationToken))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < AgentProgram.Patience, $"{otherwise}\n{world.Agent.Output}");
        }
    }
}
