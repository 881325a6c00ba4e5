using System.Text;
using System.Text.RegularExpressions;
using EidAuth.Testing;
using EidAuth.Transcripts;
using Xunit;

namespace EidAuth.UnitTests.Transcripts;

[Trait("Group", TestGroup.Card)]
public sealed partial class TranscriptPageTests
{
    private static string Page => File.ReadAllText(Path.Combine(Repository.Root, "docs", "transcripts.md"));

    [Fact]
    public void The_page_has_every_fault_once() => Assert.Equal(Enum.GetNames<TranscriptFault>(), Fault().Matches(Page).Select(row => row.Groups[1].Value));

    [Fact]
    public void The_page_has_every_expectation_once() =>
        Assert.Equal(Enum.GetValues<TranscriptExpectation>().Select(expectation => expectation.Word()), Expectation().Matches(Page).Select(row => row.Groups[1].Value));

    [Fact]
    public void The_example_on_the_page_is_a_transcript()
    {
        var example = Page.Split("```\n")[1].Replace("534C4790...", "534C4790", StringComparison.Ordinal);

        Assert.True(Transcript.TryParse(Encoding.UTF8.GetBytes(example), out _, out var error), error.ToString());
    }

    [GeneratedRegex(@"^\| `([A-Z]\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Fault();

    [GeneratedRegex(@"^\| `((?!expect)[a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Expectation();
}
