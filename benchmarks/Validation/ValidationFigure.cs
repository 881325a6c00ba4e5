namespace EidAuth.Benchmarks.Validation;

/// <summary>One line of the gate.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure that the budget is about.</param>
/// <param name="Unit">×, B, ….</param>
internal sealed record ValidationFigure(string Name, double Value, string Unit)
{
    /// <summary>At most this, or null where there is no budget.</summary>
    public double? AtMost { get; init; }

    /// <summary>At least this, or null.</summary>
    public double? AtLeast { get; init; }

    /// <summary>What else there is to say of it.</summary>
    public string Note { get; init; } = "";

    public bool IsOver => Value > AtMost || Value < AtLeast;
}
