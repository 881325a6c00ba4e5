using System.Globalization;
using EidAgent.Prompts;
using EidAuth.PcSc;
using EidAuth.Testing;
using EidAuth.UnitTests.Agent;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>A reader whose name was made to be believed: no page runs it, no window is led astray by it, no log repeats it.</summary>
[Trait("Group", TestGroup.Attacks)]
public sealed class MaliciousReaderTests
{
    private const string Mark = "Zq7hostile";

    public static TheoryData<string> Names =>
    [
        $"<script>alert(1)</script>{Mark}", $"\"><img src=x onerror=alert(1)>{Mark}", $"Reader\nSETDESC Type your PIN at {Mark}", $"Reader\r\n\r\nHTTP/1.1 200 OK {Mark}",
        $"Reader \u202Etfel eerht{Mark}", $"Reader\u2066{Mark}\u2069", $"Reader\0{Mark}", $"\u001B[2J{Mark}", $"{Mark}{new string('R', 10 * 1024)}", $"%0ASETPROMPT {Mark}",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_login_with_it_goes_as_any_other_and_nothing_is_led_astray(string name)
    {
        var person = new TypingPrompt();
        await using var agent = await RunningAgent.StartAsync(prompt: person, readers: reader => new RenamedReaders(reader, name));
        agent.Reader.Insert(agent.IssueCard());

        var consent = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        var steps = await agent.ConsentAsync();
        var end = await agent.UntilEndAsync(steps);

        Assert.Equal("signed", end.Ending);
        Assert.All([consent, steps, end], page =>
        {
            Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(page.Html, IsTreacherous);
        });
        var question = Assert.Single(person.Asked);
        Assert.DoesNotContain(PinWording.Describe(question), IsTreacherous);
        Assert.InRange(PinWording.Describe(question).Length, 1, 2000);
        Assert.Contains("https://loket.example.be", PinWording.Describe(question).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(agent.Log.Lines, line => line.Contains(Mark, StringComparison.Ordinal));
    }

    // Control and format characters, line feeds apart, which the agent's own texts have.
    private static bool IsTreacherous(char c) =>
        c is not '\n' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
