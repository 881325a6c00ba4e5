namespace EidAuth.Benchmarks.Card;

/// <summary>One line of the gate.</summary>
/// <param name="Task">What was done.</param>
/// <param name="Applet">1.7 or 1.8.</param>
/// <param name="Count">Commands that the budget counts.</param>
/// <param name="All">Every command.</param>
internal sealed record CardFigure(string Task, string Applet, int Count, IReadOnlyList<CardCommand> All)
{
    /// <summary>At most so many, or null where there is no budget.</summary>
    public int? Budget { get; init; }

    public bool IsOver => Count > Budget;
}
