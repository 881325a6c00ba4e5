using System.Text;
using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Prompts;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class FakePinentryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_window_names_the_site_and_the_tries_and_gives_the_digits()
    {
        using var fake = await FakePinentry.AnsweringAsync("echo 'S x'; echo 'D 12%334'; echo OK");

        using var entry = await AskAsync(fake);

        Assert.Equal(PinEntryOutcome.Entered, entry.Outcome);
        Assert.Equal("1234", Encoding.ASCII.GetString(entry.Digits));
        var description = Assert.Single(fake.Commands, command => command.StartsWith("SETDESC ", StringComparison.Ordinal));
        Assert.Contains("%0A%0Ahttps://loket.example.be%0A%0A", description);
        Assert.Contains("You have 3 tries left.", description);
        Assert.DoesNotContain(fake.Commands, command => command.StartsWith("SETERROR", StringComparison.Ordinal));
        Assert.Contains("SETTIMEOUT 300", fake.Commands);
        Assert.Equal(["GETPIN", "BYE"], fake.Commands[^2..]);
    }

    [Fact]
    public async Task A_wrong_pin_before_this_one_is_said()
    {
        using var fake = await FakePinentry.AnsweringAsync("echo 'D 1234'; echo OK");

        using var entry = await AskAsync(fake, FakePinentry.Question(wasWrong: true, triesLeft: 1, language: "de"));

        Assert.Equal(PinEntryOutcome.Entered, entry.Outcome);
        Assert.Contains("SETERROR Der vorige PIN-Code war falsch.", fake.Commands);
        Assert.Contains(fake.Commands, command => command.Contains("Dies ist der letzte Versuch", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("echo 'D 123'; echo OK")]
    [InlineData("echo 'D 1234567890123'; echo OK")]
    [InlineData("echo 'D 12 34'; echo OK")]
    [InlineData("echo 'D 1234%0A'; echo OK")]
    [InlineData("echo 'D 1234é'; echo OK")]
    [InlineData("echo OK")]
    [InlineData("printf 'D %0900d\\nOK\\n' 1")]
    public async Task What_is_no_pin_is_asked_again_without_costing_a_try(string first)
    {
        using var fake = await FakePinentry.AnsweringAsync(first, "echo 'D 123456789012'; echo OK");

        using var entry = await AskAsync(fake);

        Assert.Equal("123456789012", Encoding.ASCII.GetString(entry.Digits));
        Assert.Equal(["GETPIN", "SETERROR A PIN has 4 to 12 digits. This did not count as a try.", "GETPIN", "BYE"], fake.Commands[^4..]);
    }

    [Fact]
    public async Task Nonsense_is_not_asked_for_ever()
    {
        using var fake = await FakePinentry.AnsweringAsync("echo 'D x'; echo OK");

        using var entry = await AskAsync(fake);

        Assert.Equal(PinEntryOutcome.Cancelled, entry.Outcome);
        Assert.Equal(5, fake.Commands.Count(command => command == "GETPIN"));
    }

    [Theory]
    [InlineData(83886179, PinEntryOutcome.Cancelled)]
    [InlineData(83886278, PinEntryOutcome.Cancelled)]
    [InlineData(83886194, PinEntryOutcome.Cancelled)]
    [InlineData(83886142, PinEntryOutcome.TimedOut)]
    [InlineData(83886081, PinEntryOutcome.Unavailable)]
    [InlineData(83918950, PinEntryOutcome.Unavailable)]
    public async Task An_error_has_a_decided_outcome(int code, PinEntryOutcome outcome)
    {
        using var fake = await FakePinentry.AnsweringAsync($"echo 'ERR {code} whatever <Pinentry>'");

        using var entry = await AskAsync(fake);

        Assert.Equal(outcome, entry.Outcome);
        Assert.True(entry.Digits.IsEmpty);
    }

    [Theory]
    [InlineData("exit 0")]
    [InlineData("echo 'ERR 83886081 no'")]
    [InlineData("echo 'HTTP/1.1 200 OK'; cat > /dev/null")]
    [InlineData("head -c 3000000 /dev/zero")]
    [InlineData("head -c 3000 /dev/urandom")]
    [InlineData("yes 'S nothing'")]
    [InlineData("echo 'OK hello'; exit 0")]
    [InlineData("echo 'OK hello'; read x; echo nonsense; cat > /dev/null")]
    public async Task A_program_that_speaks_no_assuan_is_no_window(string script)
    {
        using var fake = await FakePinentry.PlayingAsync(script);

        using var entry = await AskAsync(fake);

        Assert.Equal(PinEntryOutcome.Unavailable, entry.Outcome);
    }

    [Theory]
    [InlineData("echo 'INQUIRE QUALITY 1234'")]
    [InlineData("echo 'D 12%3'; echo OK")]
    [InlineData("echo 'D 1234'; exit 0")]
    [InlineData("head -c 3000000 /dev/zero")]
    [InlineData("yes 'D 1234'")]
    public async Task A_garbled_answer_is_no_entry(string answer)
    {
        using var fake = await FakePinentry.AnsweringAsync(answer);

        using var entry = await AskAsync(fake);

        Assert.Equal(PinEntryOutcome.Lost, entry.Outcome);
        Assert.True(entry.Digits.IsEmpty);
    }

    [Fact]
    public async Task A_window_that_would_not_name_the_site_is_not_shown()
    {
        using var fake = await FakePinentry.PlayingAsync(
            "echo OK; while read -r line; do echo \"$line\" >> commands; case $line in SETDESC*) echo 'ERR 1 no';; *) echo OK;; esac; done");

        using var entry = await AskAsync(fake);

        Assert.Equal(PinEntryOutcome.Unavailable, entry.Outcome);
        Assert.StartsWith("SETDESC ", fake.Commands[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_option_does_not_matter()
    {
        using var fake = await FakePinentry.PlayingAsync(
            "echo OK; while read -r line; do case $line in OPTION*|SETTIMEOUT*) echo 'ERR 83886254 Unknown option';; GETPIN) echo 'D 1234'; echo OK;; *) echo OK;; esac; done");

        using var entry = await AskAsync(fake);

        Assert.Equal(PinEntryOutcome.Entered, entry.Outcome);
    }

    [Fact]
    public async Task Cancelling_ends_the_program_and_its_children_at_once()
    {
        using var fake = await FakePinentry.AnsweringAsync("sleep 600");
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var asking = new PinentryPrompt(fake.Program, TimeProvider.System).AskAsync(FakePinentry.Question(), cancel.Token);
        await fake.WaitForAsync("GETPIN");
        string[] children;
        while ((children = ChildrenOf(fake.ProcessId)).Length == 0)
        {
            await Task.Delay(20, Cancellation);
        }

        await cancel.CancelAsync();
        using var entry = await asking.WaitAsync(TimeSpan.FromSeconds(90), Cancellation);

        Assert.Equal(PinEntryOutcome.Cancelled, entry.Outcome);
        Assert.False(Directory.Exists($"/proc/{fake.ProcessId}"));
        Assert.All(children, child => Assert.False(File.Exists($"/proc/{child}/cmdline") && File.ReadAllText($"/proc/{child}/cmdline").StartsWith("sleep", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_question_cancelled_beforehand_starts_nothing()
    {
        using var fake = await FakePinentry.AnsweringAsync("echo 'D 1234'; echo OK");

        using var entry = await new PinentryPrompt(fake.Program, TimeProvider.System).AskAsync(FakePinentry.Question(), new CancellationToken(canceled: true));

        Assert.Equal(PinEntryOutcome.Cancelled, entry.Outcome);
        Assert.Empty(fake.Variables);
    }

    [Fact]
    public async Task A_program_that_says_nothing_is_given_up_after_ten_seconds()
    {
        using var fake = await FakePinentry.PlayingAsync("cat > /dev/null");
        var clock = new ManualTimeProvider();
        var asking = new PinentryPrompt(fake.Program, clock).AskAsync(FakePinentry.Question(), Cancellation);
        await fake.WaitForStartAsync();

        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(asking.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        using var entry = await asking.WaitAsync(TimeSpan.FromSeconds(90), Cancellation);
        Assert.Equal(PinEntryOutcome.Unavailable, entry.Outcome);
    }

    [Fact]
    public async Task A_window_that_forgets_its_own_time_out_is_closed()
    {
        using var fake = await FakePinentry.AnsweringAsync("sleep 600");
        var clock = new ManualTimeProvider();
        var asking = new PinentryPrompt(fake.Program, clock, new PromptTimes(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(40))).AskAsync(FakePinentry.Question(), Cancellation);
        await fake.WaitForAsync("GETPIN");

        clock.Advance(TimeSpan.FromSeconds(39));
        Assert.False(asking.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        using var entry = await asking.WaitAsync(TimeSpan.FromSeconds(90), Cancellation);
        Assert.Equal(PinEntryOutcome.TimedOut, entry.Outcome);
    }

    [Fact]
    public async Task The_program_inherits_no_more_than_a_window_needs()
    {
        using var fake = await FakePinentry.AnsweringAsync("echo 'D 1234'; echo OK");
        Environment.SetEnvironmentVariable("LISTEN_FDS", "1");
        Environment.SetEnvironmentVariable("EIDAUTH_TEST_ANCHORS_CANARY", "1");
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        try
        {
            listener.Start();
            using var entry = await AskAsync(fake);
        }
        finally
        {
            Environment.SetEnvironmentVariable("LISTEN_FDS", null);
            Environment.SetEnvironmentVariable("EIDAUTH_TEST_ANCHORS_CANARY", null);
        }

        var names = fake.Variables.Select(line => line.Split('=')[0]).ToArray();
        Assert.Contains("PATH", names);
        Assert.DoesNotContain("LISTEN_FDS", names);
        Assert.DoesNotContain("EIDAUTH_TEST_ANCHORS_CANARY", names);
        Assert.DoesNotContain(names, name => name.StartsWith("DOTNET", StringComparison.Ordinal));
        Assert.DoesNotContain(fake.Descriptors, target => target.StartsWith("socket:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/nowhere/pinentry")]
    [InlineData("/etc/passwd")]
    [InlineData("/etc")]
    public async Task A_program_that_cannot_run_is_no_window(string path)
    {
        using var entry = await new PinentryPrompt(new PinentryProgram(path), TimeProvider.System).AskAsync(FakePinentry.Question(), Cancellation);

        Assert.Equal(PinEntryOutcome.Unavailable, entry.Outcome);
    }

    private static async Task<PinEntry> AskAsync(FakePinentry fake, PinQuestion? question = null) =>
        await new PinentryPrompt(fake.Program, TimeProvider.System)
            .AskAsync(question ?? FakePinentry.Question(), Cancellation)
            .WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

    private static string[] ChildrenOf(int parent)
    {
        var list = $"/proc/{parent}/task/{parent}/children";
        return File.Exists(list) ? File.ReadAllText(list).Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
    }
}
