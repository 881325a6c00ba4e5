using System.CommandLine;
using EidAgent.Commands.Texts;
using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAgent.Commands;

/// <summary>
/// <c>readers</c>: lists the readers and what is in them, once or until Ctrl-C. Sends a Belgian card nothing that costs a PIN try, and other cards nothing at all.
/// </summary>
internal static class ReadersCommand
{
    public static Command Create()
    {
        var watch = new Option<bool>("--watch") { Description = "Goes on and tells each insertion and removal, until Ctrl-C. Sends no card a command." };
        var (json, language) = (CommandOptions.Json(), CommandOptions.Language());
        var command = new Command("readers", "Lists the card readers and whether a Belgian eID card is in one.") { watch, json, language };
        command.SetAction(async (arguments, _) =>
        {
            var texts = CommandTexts.In(CommandLanguage.Of(arguments.GetValue(language)));
            var report = arguments.GetValue(json) ? new ReadersJson(Console.Out) : (IReadersReport)new ReadersText(Console.Out, texts, TimeProvider.System);
            using var interruption = new Interruption();
            try
            {
                var readers = new PcscResourceManager();
                if (arguments.GetValue(watch))
                {
                    await new ReadersWatch(readers, report).RunAsync(interruption.Token);
                }
                else
                {
                    report.List(ReaderLook.All(readers));
                }

                return (int)ExitCode.Done;
            }
            catch (CardException exception)
            {
                return exception.Tell(texts, Console.Error);
            }
        });
        return command;
    }
}
