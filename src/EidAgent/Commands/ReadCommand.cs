using System.CommandLine;
using EidAgent.Commands.Texts;
using EidAgent.Tracing;
using EidAuth.PcSc;

namespace EidAgent.Commands;

/// <summary><c>read</c>: what a card says of its holder, as a table or as JSON, and with <c>--verify</c> whether it is genuine. Needs no PIN.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var json = CommandOptions.Json();
        var photo = new Option<string?>("--photo") { Description = "Writes the photo (JPEG) to a file that does not exist yet.", HelpName = "FILE" };
        var verify = new Option<bool>("--verify") { Description = "Proves the data by the National Register's signatures; exit code 0 only when all of it holds." };
        var (reader, wait, language, anchors) = (CommandOptions.Reader(), CommandOptions.Wait(), CommandOptions.Language(), CommandOptions.TestAnchors());
        var traceFile = CommandOptions.TraceApdu();
        var command = new Command("read", "Reads the card's holder, card and address.") { json, photo, verify, reader, wait, anchors, language, traceFile };
        command.SetAction(async (arguments, _) =>
        {
            var texts = CommandTexts.In(CommandLanguage.Of(arguments.GetValue(language)));
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
            var run = new ReadRun(opening, texts, TimeProvider.System)
            {
                Json = arguments.GetValue(json),
                Photo = arguments.GetValue(photo),
                Verify = arguments.GetValue(verify),
                TestAnchors = TestTrust.Folder(arguments.GetValue(anchors)),
            };
            return await run.RunAsync(Console.Out, Console.Error, interruption.Token);
        });
        return command;
    }
}
