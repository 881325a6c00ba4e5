using EidAuth.Testing;
using EidAuth.Transcripts;
using Xunit;

namespace EidAuth.UnitTests.Transcripts;

/// <summary>Every transcript of the tree is played to the library, and comes to what its head says.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class RecordedCardTests
{
    public static TheoryData<string> Transcripts => [.. TranscriptFolder.Names];

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void A_recorded_card_comes_to_what_its_head_says(string name) => RecordedCardCheck.ComesToItsExpectation(TranscriptFolder.Read(name));

    [Fact]
    public void There_are_recordings_of_each_generation_and_each_expectation()
    {
        var transcripts = TranscriptFolder.Names.Select(TranscriptFolder.Read).ToList();

        Assert.Subset(transcripts.Select(transcript => transcript.Applet).ToHashSet(), new HashSet<string?> { "1.0", "1.1", "1.7", "1.8" });
        Assert.Equal(Enum.GetValues<TranscriptExpectation>(), transcripts.Select(transcript => transcript.Expectation).Distinct().Order());
        Figures.Add("recorded cards replayed", transcripts.Count);
    }

    [Fact]
    public void The_quirks_are_among_them()
    {
        var exchanges = TranscriptFolder.Names.ToDictionary(name => name, name => TranscriptFolder.Read(name).Exchanges);

        Assert.Contains(exchanges, card => card.Value.Any(exchange => exchange.StatusWord is { ExpectedLength: not null }));
        Assert.Contains(exchanges, card => card.Value.Any(exchange => exchange.StatusWord is { BytesWaiting: not null }));
        Assert.Contains(exchanges, card => card.Value.Any(exchange => exchange.StatusWord is { Value: 0x6B00 }));
        Assert.Contains(exchanges, card => card.Value.Count > 20 && !card.Value.Any(exchange => exchange.StatusWord is { ExpectedLength: not null } or { BytesWaiting: not null }));
    }
}
