using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Prompts;

[Trait("Group", TestGroup.Agent)]
public sealed class FirstWorkingPromptTests
{
    private static readonly PinQuestion Question = new(null, "en", 3, false) { Purpose = PinPurpose.Check };

    [Fact]
    public async Task A_place_that_cannot_show_the_question_is_passed_over_and_not_asked_again()
    {
        var broken = new Place(PinEntryOutcome.Unavailable);
        var works = new Place(PinEntryOutcome.TimedOut);
        var spare = new Place(PinEntryOutcome.TimedOut);
        var prompt = new FirstWorkingPrompt([broken, works, spare]);

        using var first = await prompt.AskAsync(Question, TestContext.Current.CancellationToken);
        using var second = await prompt.AskAsync(Question, TestContext.Current.CancellationToken);

        Assert.Equal((PinEntryOutcome.TimedOut, PinEntryOutcome.TimedOut), (first.Outcome, second.Outcome));
        Assert.Equal((1, 2, 0), (broken.Asked, works.Asked, spare.Asked));
    }

    [Theory]
    [InlineData(PinEntryOutcome.Cancelled)]
    [InlineData(PinEntryOutcome.TimedOut)]
    [InlineData(PinEntryOutcome.Lost)]
    public async Task A_question_that_was_shown_is_not_put_a_second_time(PinEntryOutcome outcome)
    {
        var spare = new Place(PinEntryOutcome.Cancelled);

        using var entry = await new FirstWorkingPrompt([new Place(outcome), spare]).AskAsync(Question, TestContext.Current.CancellationToken);

        Assert.Equal((outcome, 0), (entry.Outcome, spare.Asked));
    }

    [Fact]
    public async Task A_place_that_worked_and_works_no_more_has_all_the_others_behind_it()
    {
        var first = new Place(PinEntryOutcome.Unavailable);
        var second = new Place(PinEntryOutcome.Cancelled);
        var prompt = new FirstWorkingPrompt([first, second]);
        using (await prompt.AskAsync(Question, TestContext.Current.CancellationToken))
        {
            (first.Outcome, second.Outcome) = (PinEntryOutcome.TimedOut, PinEntryOutcome.Unavailable);
        }

        using var entry = await prompt.AskAsync(Question, TestContext.Current.CancellationToken);

        Assert.Equal(PinEntryOutcome.TimedOut, entry.Outcome);
    }

    [Fact]
    public async Task Where_nothing_works_each_is_asked_once()
    {
        Place[] places = [new(PinEntryOutcome.Unavailable), new(PinEntryOutcome.Unavailable)];

        using var entry = await new FirstWorkingPrompt(places).AskAsync(Question, TestContext.Current.CancellationToken);

        Assert.Equal(PinEntryOutcome.Unavailable, entry.Outcome);
        Assert.All(places, place => Assert.Equal(1, place.Asked));
    }

    // Where a PIN could be typed, with an end that the test decides.
    private sealed class Place(PinEntryOutcome outcome) : IPinPrompt
    {
        public PinEntryOutcome Outcome { get; set; } = outcome;

        public int Asked { get; private set; }

        public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
        {
            Asked++;
            return Task.FromResult(PinEntry.None(Outcome));
        }
    }
}
