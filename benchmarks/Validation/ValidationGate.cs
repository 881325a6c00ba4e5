using System.CommandLine;
using System.Globalization;

namespace EidAuth.Benchmarks.Validation;

/// <summary><c>gate validation</c>: a whole validation beside the bare cryptography that it cannot do without, measured in the same process; what it allocates; how it grows.</summary>
internal static class ValidationGate
{
    public static Command Create()
    {
        var command = new Command("validation", "What a login's validation costs beside its bare cryptography.");
        command.SetAction(_ => Run(Console.Out));
        return command;
    }

    private static int Run(TextWriter output)
    {
        var load = SystemLoad.Now();
        output.WriteLine($"Processors: {Environment.ProcessorCount}. Load before: {Text(load)}. Times are {(ThreadTime.IsOfProcessor ? "processor time of the measuring thread" : "by the clock on the wall")}.");
        output.WriteLine();
        var isOver = false;
        foreach (var figure in ValidationFigures.Measure(load))
        {
            output.WriteLine(Row(figure));
            isOver |= figure.IsOver;
        }

        output.WriteLine($"""

            Load after: {Text(SystemLoad.Now())}.
            Floor: the verifications over digests made beforehand, keys of CA and responder held, and the holder's certificate loaded (EC) or its key imported (RSA).
            Ratios: validation and floor turn by turn in blocks of a few; median of 60 rounds, in brackets what a tenth of the rounds are below and above; of up to seven
            series the best counts, the first within its budget ends them. Method and figures: docs/performance.md.
            """);
        return isOver ? 1 : 0;
    }

    private static string Row(ValidationFigure figure)
    {
        var budget = figure.AtMost is { } most ? $"≤ {Text(most)}" : figure.AtLeast is { } least ? $"≥ {Text(least)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{figure.Name,-58}{Text(figure.Value),9} {figure.Unit,-6}{budget,9}{(figure.IsOver ? " OVER" : ""),-6} {figure.Note}").TrimEnd();
    }

    private static string Text(double value) => value.ToString(value >= 100 ? "#,0" : "0.00", CultureInfo.InvariantCulture);

    private static string Text(double? value) => value is { } known ? Text(known) : "unknown";
}
