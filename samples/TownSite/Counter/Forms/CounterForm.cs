namespace TownSite.Counter.Forms;

/// <summary>One form of the counter, as a file of the folder <c>Forms</c> says. docs/forms.md describes each member.</summary>
internal sealed record CounterForm
{
    /// <summary>The file's name without its ending, and the last part of the form's address.</summary>
    public required string Id { get; init; }

    public required FormKind Kind { get; init; }

    public required LocalText Title { get; init; }

    public required LocalText Lead { get; init; }

    public required Assurance Assurance { get; init; }

    public required IReadOnlyList<Asker> Askers { get; init; }

    public required Residents Residents { get; init; }

    public required Handling Handling { get; init; }

    /// <summary>What the certificate states; with <see cref="Handling.AtOnce"/> only.</summary>
    public IReadOnlyList<Datum>? States { get; init; }

    public required IReadOnlyList<FormField> Fields { get; init; }

    public bool MayAsk(Asker asker) => Askers.Contains(asker);
}
