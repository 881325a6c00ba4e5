using System.Text.RegularExpressions;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Processes;

namespace EidAuth.Benchmarks.Card;

/// <summary>OpenSC's tools on the same cards, through a real pcscd of their own; counted in its APDU log.</summary>
internal static partial class OpenScRuns
{
    private static readonly (string Name, string Program, string[] Arguments)[] Tools =
    [
        ("eidenv", "eidenv", []),
        ("pkcs11-tool --sign", "pkcs11-tool", ["--login", "--pin", "1234", "--sign", "--id", "02", "-m", "SHA256-RSA-PKCS"]),
        ("pkcs11-tool --read-object --sign", "pkcs11-tool",
            ["--login", "--pin", "1234", "--read-object", "--type", "cert", "--sign", "--id", "02", "-m", "SHA256-RSA-PKCS"]),
        ("pkcs15-tool -D", "pkcs15-tool", ["-D"]),
        ("pkcs15-tool --change-pin", "pkcs15-tool", ["--change-pin", "--auth-id", "01", "--pin", "1234", "--new-pin", "4321"]),
    ];

    /// <summary>Runs them all; what is missing on this machine is the reason, and then there are no figures.</summary>
    public static async Task<(IReadOnlyList<CardFigure> Figures, string? Missing)> RunAsync(CancellationToken cancellation)
    {
        var absent = Tools.Select(tool => tool.Program).Append("pcscd").Distinct().Where(program => Require.Program(program) is null).ToList();
        if (absent.Count > 0)
        {
            return ([], $"not installed: {string.Join(", ", absent)}");
        }

        try
        {
            var figures = new List<CardFigure>();
            foreach (var (citizen, applet, _) in CardTasks.Cards)
            {
                await using var pcscd = await PrivatePcscd.StartAsync(cancellation, apduLog: true);
                foreach (var (name, program, arguments) in Tools)
                {
                    await using var card = await InsertedCard.InAsync(pcscd, citizen, cancellation);
                    var before = pcscd.Log.Length;
                    var result = await TestProcess.RunAsync(program, arguments, cancellation, pcscd.Environment, input: "a message to sign");

                    // eidenv exits with 1 even when it printed everything.
                    var done = result.ExitCode == 0 || (program == "eidenv" && result.StandardOutput.Contains("BELPIC_NATIONALNUMBER", StringComparison.Ordinal));
                    var commands = done ? Parse(await QuietLogAsync(pcscd, cancellation), before) : [];
                    if (done)
                    {
                        figures.Add(new CardFigure(name, applet, commands.Count, commands));
                    }

                    await card.RemoveAsync(cancellation);
                }
            }

            return (figures, null);
        }
        catch (Exception exception) when (exception.Message.StartsWith("$XunitDynamicSkip$", StringComparison.Ordinal))
        {
            return ([], exception.Message["$XunitDynamicSkip$".Length..]);
        }
    }

    internal static IReadOnlyList<CardCommand> Parse(string log, int from)
    {
        var commands = new List<CardCommand>();
        byte[]? command = null;
        foreach (Match line in Line().Matches(log[from..]))
        {
            var bytes = Convert.FromHexString(line.Groups[2].Value.Replace(" ", "", StringComparison.Ordinal));
            if (line.Groups[1].Value == "APDU")
            {
                command = bytes;
            }
            else if (command is not null)
            {
                commands.Add(CardCommand.Of(command, bytes.Length));
                command = null;
            }
        }

        return commands;
    }

    // The daemon writes its log when it comes to it.
    private static async Task<string> QuietLogAsync(PrivatePcscd pcscd, CancellationToken cancellation)
    {
        var seen = -1;
        while (seen != pcscd.Log.Length)
        {
            seen = pcscd.Log.Length;
            await Task.Delay(300, cancellation);
        }

        return pcscd.Log;
    }

    [GeneratedRegex(@"(APDU|SW): ((?:[0-9A-F]{2} ?)+)")]
    private static partial Regex Line();
}
