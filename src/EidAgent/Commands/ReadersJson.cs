using System.Text.Json;

namespace EidAgent.Commands;

/// <summary>The list as one JSON object on one line, and each change as another, in the order of events.</summary>
internal sealed class ReadersJson(TextWriter output) : IReadersReport
{
    public void List(IReadOnlyList<ReaderLook> readers) => Write(new { readers = readers.Select(Fields) });

    public void Watching()
    {
        // Scripts need no word that it goes on.
    }

    public void Changed(ReaderLook reader) => Write(new { changed = Fields(reader) });

    public void Gone(string reader) => Write(new { gone = new { name = reader } });

    private static object Fields(ReaderLook reader) =>
        new { name = reader.Name, content = reader.Content.ToString(), applet = reader.Applet, keypad = reader.HasPinPad, fault = reader.Fault?.ToString() };

    private void Write(object line)
    {
        output.WriteLine(JsonSerializer.Serialize(line));
        output.Flush();
    }
}
