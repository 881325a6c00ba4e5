using EidAuth.Benchmarks.Card;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.UnitTests.Speed;

/// <summary>What <c>benchmarks -- gate card</c> counts, so that a command more fails here already.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class CardGateTests
{
    [Fact]
    public async Task Every_task_stays_within_its_budget_and_takes_no_command_more_than_it_did()
    {
        using var pki = SharedPki.Open(TimeProvider.System);

        var figures = await CardTasks.MeasureAsync(pki);

        foreach (var figure in figures)
        {
            Figures.Add($"{figure.Task.Trim()}, applet {figure.Applet}, commands counted", figure.Count);
            Figures.Add($"{figure.Task.Trim()}, applet {figure.Applet}, commands in all", figure.All.Count);
        }

        Assert.DoesNotContain(figures, figure => figure.IsOver);
        Assert.Equal(
            ["VERIFY to signature 1.7 3/3", "VERIFY to signature 1.8 3/3", "another card 1.7 13/12", "another card 1.8 11/10", "first card 1.7 13/12", "first card 1.8 11/10",
                "photo 1.7 19/19", "photo 1.8 19/19", "remembered 1.7 6/6", "remembered 1.8 6/6"],
            figures.Where(figure => figure.Budget is not null).Select(figure => $"{ShortName(figure)} {figure.Applet} {figure.Budget}/{figure.Count}").Order(StringComparer.Ordinal));
        Assert.Equal((9, 8), All("login, a card that is remembered"));
        Assert.Equal((15, 12), All("login, another card of that issuer"));
        Assert.Equal((2, 1), All("  before the PIN window opens"));
        Assert.Equal((6, 6), All("  once it is typed"));

        (int V17, int V18) All(string task) => (Of(task, "1.7"), Of(task, "1.8"));
        int Of(string task, string applet) => figures.Single(figure => figure.Task == task && figure.Applet == applet).All.Count;
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(13, false)]
    public void One_command_over_the_budget_is_over(int count, bool isOver) =>
        Assert.Equal(isOver, new CardFigure("login", "1.7", count, []) { Budget = 13 }.IsOver);

    [Fact]
    public void A_task_without_budget_is_never_over() => Assert.False(new CardFigure("PIN change", "1.7", 1000, []).IsOver);

    private static string ShortName(CardFigure figure) => figure.Task switch
    {
        "login, the first card of its issuer" => "first card",
        "login, another card of that issuer" => "another card",
        "login, a card that is remembered" => "remembered",
        "identity, address, photo" => "photo",
        "    of these VERIFY to signature" => "VERIFY to signature",
        var other => other,
    };
}
