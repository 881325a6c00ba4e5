namespace EidAgent.Diary;

/// <summary>One line of the diary: who asked for what, and what became of it. Names of fields, never what stands in them.</summary>
internal sealed record DiaryEntry
{
    /// <summary>16 random bytes in hexadecimal: a later line of the same id takes the place of an earlier one.</summary>
    public required string Id { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who asked.</summary>
    public required string Origin { get; init; }

    public required DiaryPurpose Purpose { get; init; }

    /// <summary>What was asked for, out of <c>certificate</c>, <c>identity</c>, <c>address</c>, <c>photo</c>.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>How it ended, by its code; null while it has not.</summary>
    public string? Ending { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What left the card for the site, of the same names.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>Says nothing of the site.</summary>
    public override string ToString() => nameof(DiaryEntry);
}
