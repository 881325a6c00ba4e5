namespace TownSite.Counter.Requests;

/// <summary>A half-filled form of one account, kept while its holder fetches the card. One for each form.</summary>
internal sealed class Draft
{
    /// <summary>However long somebody takes; a draft is no archive.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public required string UserId { get; init; }

    public required string FormId { get; init; }

    public required Answers.PostedAnswers Answers { get; set; }

    /// <summary>In seconds since 1970, so that every database can compare it.</summary>
    public required long SavedAt { get; set; }
}
