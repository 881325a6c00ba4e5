using System.Globalization;
using EidAgent.Commands.Texts;

namespace EidAgent.Commands;

/// <summary>One line for each reader, and for each change one with its time.</summary>
internal sealed class ReadersText(TextWriter output, CommandTexts texts, TimeProvider clock) : IReadersReport
{
    public void List(IReadOnlyList<ReaderLook> readers)
    {
        foreach (var reader in readers)
        {
            output.WriteLine(Line(reader));
        }

        if (readers.Count == 0)
        {
            output.WriteLine(texts.NoReaders);
        }
    }

    public void Watching() => output.WriteLine(texts.Watching);

    public void Changed(ReaderLook reader) => output.WriteLine($"{Now()}  {Line(reader)}");

    public void Gone(string reader) => output.WriteLine($"{Now()}  {TerminalText.Harmless(reader)}: {texts.ReaderGone}");

    private string Now() => clock.GetLocalNow().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private string Line(ReaderLook reader)
    {
        var content = reader.Content switch
        {
            ReaderContent.Empty => texts.Empty,
            ReaderContent.Mute => texts.Mute,
            ReaderContent.Foreign => texts.Foreign,
            ReaderContent.Unusable => string.Format(CultureInfo.InvariantCulture, texts.CannotUse, reader.Fault),
            _ when reader.Applet is { } applet => string.Format(CultureInfo.InvariantCulture, texts.CardValue, applet),
            _ => texts.Present,
        };
        return $"{TerminalText.Harmless(reader.Name)}: {content}{(reader.HasPinPad == true ? ", " + texts.Keypad : "")}";
    }
}
