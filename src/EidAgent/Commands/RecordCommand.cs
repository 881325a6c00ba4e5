using System.CommandLine;
using System.Globalization;
using System.Text;
using EidAgent.Commands.Texts;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.PcSc;
using EidAuth.Transcripts;

namespace EidAgent.Commands;

/// <summary><c>record FILE</c>: everything a card gives without its PIN, as a transcript in which nothing of its holder is left.</summary>
internal static class RecordCommand
{
    private const string Source = "a card of its holder, recorded by EidAgent";

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A file that does not exist yet." };
        var (reader, language) = (CommandOptions.Reader(), CommandOptions.Language());
        var command = new Command("record", "Records what a card answers, with everything of its holder replaced. Uses no PIN.") { file, reader, language };
        command.SetAction(arguments =>
        {
            var texts = CommandTexts.In(CommandLanguage.Of(arguments.GetValue(language)));
            return Record(new PcscResourceManager(), arguments.GetRequiredValue(file), arguments.GetValue(reader), texts, TimeProvider.System);
        });
        return command;
    }

    internal static int Record(IResourceManager readers, string file, string? reader, CommandTexts texts, TimeProvider clock)
    {
        if (Path.Exists(file))
        {
            return ExitCode.FileNotWritten.Tell(texts, Console.Error);
        }

        try
        {
            var transcript = CardRecorder.Record(readers.Connect(Find(readers, reader)), Source, clock);
            if (!NewFile.TryWrite(file, Encoding.UTF8.GetBytes(transcript.ToText())))
            {
                return ExitCode.FileNotWritten.Tell(texts, Console.Error);
            }

            Console.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, texts.Recorded, TerminalText.Harmless(file), transcript.Exchanges.Count));
            return (int)ExitCode.Done;
        }
        catch (CardException exception)
        {
            return exception.Tell(texts, Console.Error);
        }
    }

    // A Belgian card before any other: a card that is none makes a transcript too.
    private static string Find(IResourceManager readers, string? name)
    {
        var named = readers.ListReaders().Where(reader => name is null || reader.Name.StartsWith(name, StringComparison.Ordinal)).ToList();
        var found = named.OrderByDescending(reader => BelpicAtr.Matches(reader.Atr.Span)).FirstOrDefault(reader => reader.Presence == CardPresence.Present);
        return found?.Name ?? throw new CardException(named.Count == 0 ? CardFault.ReaderUnavailable : CardFault.NoCard, "No card to record.");
    }
}
