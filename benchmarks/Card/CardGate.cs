using System.CommandLine;
using System.Globalization;
using EidAuth.Testing.Pki;

namespace EidAuth.Benchmarks.Card;

/// <summary><c>gate card</c>: commands per task, beside OpenSC's on the same card, and the time they take on the line.</summary>
internal static class CardGate
{
    private static readonly Dictionary<string, string> Rivals = new(StringComparer.Ordinal)
    {
        ["login, the first card of its issuer"] = "pkcs11-tool --read-object --sign",
        ["login, another card of that issuer"] = "pkcs11-tool --read-object --sign",
        ["login, a card that is remembered"] = "pkcs11-tool --sign",
        ["identity, address"] = "eidenv",
        ["PIN change"] = "pkcs15-tool --change-pin",
    };

    public static Command Create()
    {
        var command = new Command("card", "Commands to the card per task, beside OpenSC's.");
        command.SetAction((_, cancellation) => RunAsync(Console.Out, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, CancellationToken cancellation)
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        var figures = await CardTasks.MeasureAsync(pki);
        var (rivals, missing) = await OpenScRuns.RunAsync(cancellation);
        Print(output, figures, rivals, missing);
        return figures.Any(figure => figure.IsOver) ? 1 : 0;
    }

    private static void Print(TextWriter output, IReadOnlyList<CardFigure> figures, IReadOnlyList<CardFigure> rivals, string? missing)
    {
        output.WriteLine(Row("", "applet", "counted", "budget", "all", "OpenSC", "at 43 kbit/s", "at 250 kbit/s"));
        foreach (var figure in figures)
        {
            var rival = Rivals.TryGetValue(figure.Task, out var tool) ? rivals.FirstOrDefault(rival => rival.Task == tool && rival.Applet == figure.Applet) : null;
            output.WriteLine(Row(
                figure.Task, figure.Applet, Text(figure.Count), figure.Budget is { } budget ? $"{Text(budget)}{(figure.IsOver ? " OVER" : "")}" : "",
                Text(figure.All.Count), rival is null ? "" : Text(rival.Count), Time(figure, T0Line.Slow), Time(figure, T0Line.Fast)));
        }

        output.WriteLine();
        foreach (var rival in rivals)
        {
            output.WriteLine(Row($"OpenSC: {rival.Task}", rival.Applet, "", "", "", Text(rival.Count), Time(rival, T0Line.Slow), Time(rival, T0Line.Fast)));
        }

        output.WriteLine(missing is null ? "OpenSC 0.23 signs on applet 1.7 alone: it takes the keys of 1.8 for RSA." : $"OpenSC was not measured: {missing}");
        output.WriteLine("""

            counted: what the task itself takes; of a login the chip number, the certificate, MSE, VERIFY, PSO and GET RESPONSE.
            all: also what guards the card (the tries left, asked again before VERIFY, and LOG OFF) and of a login the issuing CA and the root.
            Times are those of the characters on the line (T=0, 12 etu each), without what card, reader and USB take: docs/decisions/0002-fewest-commands.md.
            """);
    }

    private static string Row(params string[] cells) =>
        string.Create(CultureInfo.InvariantCulture, $"{cells[0],-42}{cells[1],7}{cells[2],9}{cells[3],9}{cells[4],5}{cells[5],8}{cells[6],14}{cells[7],15}").TrimEnd();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(CardFigure figure, int bitsPerSecond) =>
        T0Line.Milliseconds(figure.All, bitsPerSecond).ToString("0 'ms'", CultureInfo.InvariantCulture);
}
