using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

/// <summary>A prompt program that hangs, floods, or leaves others behind: an end is decided, and nobody of its family lives on.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class HostilePinentryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("yes 'S nothing'")]
    [InlineData("yes '# nothing'")]
    [InlineData("yes 'D 1'")]
    [InlineData("cat /dev/zero")]
    [InlineData("yes | tr -d '\\n'")]
    public async Task Endless_answers_to_the_question_end_it(string flood)
    {
        using var fake = await FakePinentry.AnsweringAsync(flood);
        var before = GC.GetTotalAllocatedBytes();

        using var entry = await AskAsync(fake);

        Assert.Equal(PinEntryOutcome.Lost, entry.Outcome);
        Assert.True(GC.GetTotalAllocatedBytes() - before < 64 << 20);
        await AssertNobodyLivesInAsync(fake);
    }

    [Fact]
    public async Task A_flood_of_chatter_beside_the_answer_changes_nothing()
    {
        using var fake = await FakePinentry.AnsweringAsync("yes chatter >&2 & echo 'D 4711'; echo OK");

        using var entry = await AskAsync(fake);

        Assert.Equal(PinEntryOutcome.Entered, entry.Outcome);
        await AssertNobodyLivesInAsync(fake);
    }

    [Theory]
    [InlineData("setsid sleep 600 & echo 'D 4711'; echo OK")]
    [InlineData("(setsid sh -c 'trap \"\" TERM HUP; sleep 600' &) ; echo 'D 4711'; echo OK")]
    public async Task A_child_that_left_the_family_and_holds_the_pipes_is_ended_with_it(string answer)
    {
        using var fake = await FakePinentry.AnsweringAsync(answer);

        using var entry = await AskAsync(fake);

        Assert.Equal(PinEntryOutcome.Entered, entry.Outcome);
        await AssertNobodyLivesInAsync(fake);
    }

    [Fact]
    public async Task A_program_that_ends_while_its_child_holds_the_pipes_is_lost()
    {
        using var fake = await FakePinentry.AnsweringAsync("setsid sleep 600 & exit 0");

        using var entry = await AskAsync(fake);

        Assert.Equal(PinEntryOutcome.Lost, entry.Outcome);
        await AssertNobodyLivesInAsync(fake);
    }

    [Theory]
    [InlineData("echo 'ERR 536871187 Unknown IPC command'")]
    [InlineData("echo 'ERR 83886166 pinentry error'")]
    [InlineData("echo 'ERR 83918950 Inappropriate ioctl for device'")]
    public async Task A_program_that_cannot_ask_hands_over_to_the_next(string answer)
    {
        using var broken = await FakePinentry.AnsweringAsync(answer);
        using var works = await FakePinentry.AnsweringAsync("echo 'D 4711'; echo OK");
        var prompt = new FirstWorkingPrompt([new PinentryPrompt(broken.Program, TimeProvider.System), new PinentryPrompt(works.Program, TimeProvider.System)]);

        using var entry = await prompt.AskAsync(FakePinentry.Question(), Cancellation).WaitAsync(Patience, Cancellation);

        Assert.Equal(PinEntryOutcome.Entered, entry.Outcome);
        Assert.Contains("GETPIN", broken.Commands);
    }

    [Fact]
    public async Task A_program_for_windows_that_would_fall_back_to_a_terminal_is_passed_over_unasked()
    {
        using var fake = await FakePinentry.PlayingAsync(
            "echo OK; while read -r line; do echo \"$line\" >> commands; case $line in 'GETINFO flavor') echo 'D gtk2:curses'; echo OK;; *) echo OK;; esac; done");

        using var entry = await AskAsync(fake);

        Assert.Equal(PinEntryOutcome.Unavailable, entry.Outcome);
        Assert.DoesNotContain("GETPIN", fake.Commands);
    }

    [Theory]
    [InlineData("gtk2", "SETTIMEOUT 300")]
    [InlineData("gnome3", "SETTIMEOUT 0")]
    [InlineData("other", "SETTIMEOUT 0")]
    public async Task Only_who_stops_the_clock_for_typing_is_told_of_the_time(string flavor, string told)
    {
        using var fake = await FakePinentry.PlayingAsync(
            $"echo OK; while read -r line; do echo \"$line\" >> commands; case $line in 'GETINFO flavor') echo 'D {flavor}'; echo OK;; GETPIN) echo 'ERR 83886179 cancelled';; *) echo OK;; esac; done");

        using var entry = await AskAsync(fake);

        Assert.Equal(PinEntryOutcome.Cancelled, entry.Outcome);
        Assert.Contains(told, fake.Commands);
    }

    private static Task<PinEntry> AskAsync(FakePinentry fake) =>
        new PinentryPrompt(fake.Program, TimeProvider.System).AskAsync(FakePinentry.Question(), Cancellation).WaitAsync(Patience, Cancellation);

    // Killed is not yet gone.
    private static async Task AssertNobodyLivesInAsync(FakePinentry fake)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (LivingIn(fake) is { Length: > 0 } living)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"still there: {string.Join(' ', living)}");
            await Task.Delay(20, Cancellation);
        }
    }

    // By the folder they work in: all that a script starts stays there.
    private static string[] LivingIn(FakePinentry fake)
    {
        var folder = Path.GetDirectoryName(fake.Program.Path)!;
        return [.. Directory.EnumerateDirectories("/proc").Where(process => int.TryParse(Path.GetFileName(process), out _) && WorksIn(process, folder) && IsAlive(process))];
    }

    private static bool WorksIn(string process, string folder)
    {
        try
        {
            return File.ResolveLinkTarget(Path.Combine(process, "cwd"), returnFinalTarget: false)?.FullName == folder;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsAlive(string process) => File.Exists(Path.Combine(process, "cmdline")) && File.ReadAllBytes(Path.Combine(process, "cmdline")).Length > 0;
}
