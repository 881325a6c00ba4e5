using TownSite.Counter.Forms;

namespace TownSite.Counter.Answers;

/// <summary>One answer that was checked, with the words it was asked in: a form may change later, what was asked may not.</summary>
internal sealed record Answer
{
    public required string Name { get; init; }

    public required FieldKind Type { get; init; }

    public required LocalText Label { get; init; }

    /// <summary>As typed; empty when nothing was.</summary>
    public required string Value { get; init; }

    /// <summary>The words of a choice.</summary>
    public LocalText? Said { get; init; }
}
