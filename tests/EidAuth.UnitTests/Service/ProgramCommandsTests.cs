using System.CommandLine;
using EidAgent.Commands;
using EidAgent.Service;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Service;

/// <summary>A command line is parsed with the one command that it names: nothing that is said of it may differ from what the whole tree says.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class ProgramCommandsTests
{
    public static TheoryData<string> Names => [.. ProgramCommands.All(InheritedSockets.None).Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_command_alone_is_read_as_among_all(string name)
    {
        foreach (var more in (string[])["", "--help", "-?", "--version", "--port", "--port x", "--port 70000", "--idle 0", "--log json", "--log no", "--nothing", "more", "read", "verify --help", "verify 1234", "--json --lang nl", "-- x"])
        {
            string[] line = [name, .. more.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

            var alone = ProgramCommands.For(line, InheritedSockets.None);

            Assert.Single(alone.Subcommands);
            Assert.Equal(Said(ProgramCommands.Whole(InheritedSockets.None), line), Said(alone, line));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("--help")]
    [InlineData("RUN")]
    [InlineData("--port run")]
    [InlineData("[suggest] run")]
    public void Any_other_line_is_read_with_all(string line) =>
        Assert.Equal(Names.Count, ProgramCommands.For(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), InheritedSockets.None).Subcommands.Count);

    [Fact]
    public void Each_is_made_under_the_name_that_it_is_found_by() =>
        Assert.All(ProgramCommands.All(InheritedSockets.None), command => Assert.Equal(command.Name, command.Create().Name));

    [Fact]
    public async Task Run_alone_says_what_the_parser_reads_in_it()
    {
        RunLine? read = null;
        var run = RunCommand.Create((line, _) =>
        {
            read = line;
            return Task.FromResult(7);
        });

        Assert.Equal(7, await run.Parse([]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(new RunLine(), read);

        await run.Parse(["--port", "0", "--test-anchors", "a", "--forget-cards", "--handed", "b", "--trace-apdu", "c", "--idle", "9", "--log", "json"])
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(
            new RunLine { Port = 0, TestAnchors = "a", ForgetCards = true, Handed = "b", TraceFile = "c", IdleTime = TimeSpan.FromSeconds(9), Log = LogForm.Json }, read);
    }

    // What the parser understood, and what it says by itself: help, version, mistakes. Nothing else is run.
    private static string Said(RootCommand root, string[] line)
    {
        var parsed = root.Parse(line);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = parsed.Errors.Count > 0 || line.Intersect(["--help", "-?", "--version"]).Any()
            ? parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors })
            : 0;
        return $"{parsed.CommandResult.Command.Name} | {string.Join(' ', parsed.UnmatchedTokens)} | {string.Join(' ', parsed.Tokens)} | {PinCommand.IsMistyped(parsed)} | {exit} | {output} | {errors}";
    }
}
