using System.CommandLine;
using EidAgent.Commands.Texts;
using EidAgent.Pages;
using EidAgent.Prompts;
using EidAgent.Tracing;
using EidAuth.PcSc;

namespace EidAgent.Commands;

/// <summary><c>pin verify</c> and <c>pin change</c>. A PIN is typed in a window, a terminal or on the reader; there is no argument and no variable for one.</summary>
internal static class PinCommand
{
    private const string Name = "pin";

    public static Command Create() => new(Name, "Checks or changes the card's PIN. It is asked in a window, on the terminal, or on the reader's keypad.")
    {
        Create("verify", "Tells whether a PIN is right. A wrong one costs a try.", isChange: false),
        Create("change", "Replaces the PIN by another of 4 to 12 digits.", isChange: true),
    };

    /// <summary>The parser would repeat what it did not understand, and here that may be a PIN.</summary>
    public static bool IsMistyped(ParseResult command) =>
        command.Errors.Count > 0 && (command.CommandResult.Command.Name == Name || command.CommandResult.Command.Parents.Any(parent => parent.Name == Name));

    /// <summary>Says so without repeating it.</summary>
    public static ExitCode Mistyped(TextWriter errors)
    {
        errors.WriteLine("It is pin verify or pin change, and a PIN is never taken on the command line: it is asked. See: EidAgent pin --help");
        return ExitCode.Usage;
    }

    private static Command Create(string name, string description, bool isChange)
    {
        var lastTry = new Option<bool>("--last-try") { Description = "Agrees beforehand to use the last try, where no terminal can ask." };
        var (reader, wait, language) = (CommandOptions.Reader(), CommandOptions.Wait(), CommandOptions.Language());
        var traceFile = CommandOptions.TraceApdu();
        var command = new Command(name, description) { lastTry, reader, wait, language, traceFile };
        command.SetAction(async (arguments, _) =>
        {
            var chosen = CommandLanguage.Of(arguments.GetValue(language));
            var texts = CommandTexts.In(chosen);
            if (!TraceOpening.TryOpen(arguments.GetValue(traceFile), texts, Console.Error, out var trace))
            {
                return (int)ExitCode.FileNotWritten;
            }

            using var closing = trace;
            using var interruption = new Interruption();
            var opening = new CardOpening(TracedReaders.Around(new PcscResourceManager(), trace, TimeProvider.System), TimeProvider.System)
            {
                Reader = arguments.GetValue(reader),
                Wait = arguments.GetValue(wait),
                Waiting = () => Console.Error.WriteLine(texts.WaitingForCard),
            };
            var run = new PinRun(opening, PinPrompts.ForThisMachine(), texts, chosen.Code())
            {
                IsChange = isChange,
                LastTry = new LastTryConsent(texts, Console.Error)
                {
                    IsGiven = arguments.GetValue(lastTry),
                    Answer = Console.IsInputRedirected ? null : Console.ReadLine,
                },
            };
            return await run.RunAsync(Console.Out, Console.Error, interruption.Token);
        });
        return command;
    }
}
