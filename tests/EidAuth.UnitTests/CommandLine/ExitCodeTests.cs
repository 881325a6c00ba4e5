using System.Globalization;
using System.Text.RegularExpressions;
using EidAgent.Commands;
using EidAgent.Commands.Texts;
using EidAgent.Pages;
using EidAuth.Iso7816;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.CommandLine;

[Trait("Group", TestGroup.Card)]
public sealed partial class ExitCodeTests
{
    private static string Page => File.ReadAllText(Path.Combine(Repository.Root, "docs", "command-line.md"));

    [Fact]
    public void The_page_and_the_list_have_the_same_codes()
    {
        var rows = Row().Matches(Page).Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}");

        Assert.Equal(Enum.GetValues<ExitCode>().Select(code => string.Create(CultureInfo.InvariantCulture, $"{(int)code} {code}")), rows);
    }

    [Theory]
    [InlineData(0, "Done")]
    [InlineData(2, "NotGenuine")]
    [InlineData(4, "NoCard")]
    [InlineData(12, "PinBlocked")]
    [InlineData(15, "FileNotWritten")]
    public void The_numbers_stay(int number, string name) => Assert.Equal(name, ((ExitCode)number).ToString());

    [Fact]
    public void The_help_explains_each_code() =>
        Assert.All(Enum.GetValues<ExitCode>(), code => Assert.Matches($@"(?m)^ +{(int)code}  \S", ExitCodes.Explained));

    [Fact]
    public void Every_failure_has_a_sentence_in_every_language() =>
        Assert.All(Enum.GetValues<UiLanguage>(), language => Assert.Equal(
            Enum.GetValues<ExitCode>().Where(code => code != ExitCode.Done), CommandTexts.In(language).Failures.Keys.Order()));

    [Theory]
    [InlineData(CardFault.ServiceUnavailable, 10)]
    [InlineData(CardFault.ReaderUnavailable, 3)]
    [InlineData(CardFault.NoCard, 4)]
    [InlineData(CardFault.Removed, 7)]
    [InlineData(CardFault.Reset, 7)]
    [InlineData(CardFault.Busy, 9)]
    [InlineData(CardFault.Mute, 8)]
    [InlineData(CardFault.Timeout, 8)]
    [InlineData(CardFault.Cancelled, 11)]
    [InlineData(CardFault.Protocol, 8)]
    [InlineData(CardFault.NotBelgian, 5)]
    [InlineData(CardFault.NotActivated, 6)]
    public void Each_fault_has_its_code(CardFault fault, int code) => Assert.Equal(code, (int)CommandFailure.Of(fault));

    [GeneratedRegex(@"^\| (\d+) \| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
