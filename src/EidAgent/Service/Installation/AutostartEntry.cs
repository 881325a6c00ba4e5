using System.Text;

namespace EidAgent.Service.Installation;

/// <summary>A file that the desktop starts with the session (Desktop Application Autostart Specification, Desktop Entry Specification).</summary>
internal static class AutostartEntry
{
    private const string Name = "eidauth-agent.desktop";

    /// <summary>The file.</summary>
    /// <param name="configuration">The user's folder of settings, ~/.config.</param>
    /// <param name="program">What is started.</param>
    public static IReadOnlyList<EntryFile> Files(string configuration, AgentProgram program) =>
        [new EntryFile(Path.Combine(configuration, "autostart", Name), Entry(program))];

    private static string Entry(AgentProgram program) => $"""
        [Desktop Entry]
        Type=Application
        Name=eID agent
        Name[nl]=eID-agent
        Name[fr]=Agent eID
        Name[de]=eID-Agent
        Exec={string.Join(' ', program.Words.Select(Quoted))}
        Terminal=false
        NoDisplay=true

        """.ReplaceLineEndings("\n");

    // Twice: first as a quoted argument (section "The Exec key"), then as a value of type string, in which a backslash is doubled again (section "Possible value types").
    private static string Quoted(string word)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in word)
        {
            quoted.Append(character switch
            {
                '"' or '`' or '$' or '\\' => $"\\{character}",
                '%' => "%%",
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').Replace("\\", @"\\").ToString();
    }
}
