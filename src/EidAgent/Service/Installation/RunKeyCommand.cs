using System.Text;

namespace EidAgent.Service.Installation;

/// <summary>A command as Windows splits it again into words: each in quotes; a quote, and the backslashes before one, are escaped.</summary>
internal static class RunKeyCommand
{
    public static string Of(AgentProgram program) => string.Join(' ', program.Words.Select(Quoted));

    private static string Quoted(string word)
    {
        var quoted = new StringBuilder("\"");
        var backslashes = 0;
        foreach (var character in word)
        {
            if (character == '"')
            {
                quoted.Append('\\', backslashes + 1);
            }

            backslashes = character == '\\' ? backslashes + 1 : 0;
            quoted.Append(character);
        }

        return quoted.Append('\\', backslashes).Append('"').ToString();
    }
}
