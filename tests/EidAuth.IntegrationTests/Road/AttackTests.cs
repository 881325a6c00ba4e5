using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Road;

/// <summary>Plays every row of the table in docs/failure-codes.md over sockets: card, agent, responder and town.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class AttackTests(RoadWorld world) : IClassFixture<RoadWorld>
{
    public static TheoryData<AttackRow> Rows => [.. AttackTable.Rows()];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_attack_ends_as_its_row_says_and_the_next_honest_login_succeeds(AttackRow row)
    {
        var commandsBefore = world.Card.Transcript.Count;
        var linesBefore = world.Log.Lines.Count;

        var answer = await AttackList.All[row.Attack](world);

        Assert.Equal(row.Status, answer.Status);
        Assert.True(
            row.Code == "none" || answer.Body.Contains(row.Code, StringComparison.Ordinal)
            || world.Log.Lines.Skip(linesBefore).Any(line => line.Contains(row.Code, StringComparison.Ordinal)),
            $"The code {row.Code} stands neither in the log nor on the page.");
        Assert.Equal(row.Page, PageOf(answer));
        Assert.Equal(row.Commands, CommandsSince(commandsBefore));
        Assert.Equal(3, world.Card.TriesLeft);
        var page = await world.LogInAsync();
        Assert.Equal("/me", page.Address.PathAndQuery);
        Assert.StartsWith("logged in as ", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_attack_has_its_row() => Assert.Equal(AttackList.All.Keys.Order(), AttackTable.Rows().Select(row => row.Attack).Order());

    private static string PageOf(AttackAnswer answer) => answer switch
    {
        { Location: "/me" } => "the site's own page",
        { Location: { } location } when location.StartsWith("/login?eid=", StringComparison.Ordinal) => "the site's login page",
        { Body: var body } when body.Contains("<code>", StringComparison.Ordinal) => "the site's plain page",
        _ => "none",
    };

    private string CommandsSince(int count)
    {
        var commands = world.Card.Transcript.Skip(count).ToList();
        var verifications = commands.Count(command => command.StartsWith("0020", StringComparison.Ordinal));
        return (commands.Count, verifications) switch
        {
            (0, _) => "none",
            (_, 0) => "reading only",
            (_, 1) => "one login",
            _ => $"{verifications} PIN entries",
        };
    }
}
