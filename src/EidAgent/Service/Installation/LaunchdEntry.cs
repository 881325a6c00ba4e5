using System.Text;
using System.Xml;

namespace EidAgent.Service.Installation;

/// <summary>A property list that launchd starts with the session (launchd.plist(5)). Its bytes are tested; on macOS it was never run.</summary>
internal static class LaunchdEntry
{
    private const string Label = "eidauth.agent";

    /// <summary>The file.</summary>
    /// <param name="home">The user's home.</param>
    /// <param name="program">What is started.</param>
    public static IReadOnlyList<EntryFile> Files(string home, AgentProgram program) =>
        [new EntryFile(Path.Combine(home, "Library", "LaunchAgents", Label + ".plist"), List(program))];

    private static string List(AgentProgram program)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteDocType("plist", "-//Apple//DTD PLIST 1.0//EN", "http://www.apple.com/DTDs/PropertyList-1.0.dtd", null);
            xml.WriteStartElement("plist");
            xml.WriteAttributeString("version", "1.0");
            xml.WriteStartElement("dict");
            xml.WriteElementString("key", "Label");
            xml.WriteElementString("string", Label);
            xml.WriteElementString("key", "ProgramArguments");
            xml.WriteStartElement("array");
            foreach (var word in program.Words)
            {
                xml.WriteElementString("string", word);
            }

            xml.WriteEndElement();
            xml.WriteElementString("key", "RunAtLoad");
            xml.WriteElementString("true", "");
            xml.WriteElementString("key", "LimitLoadToSessionType");
            xml.WriteElementString("string", "Aqua");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }
}
