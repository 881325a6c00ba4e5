using EidAgent.Hosting;

namespace EidAgent.Service.Installation;

/// <summary>The command that starts the agent: an absolute path and its arguments.</summary>
/// <param name="Words">Each word as the program is to get it.</param>
internal sealed record AgentProgram(IReadOnlyList<string> Words)
{
    /// <summary>This program, as it was started, with other arguments.</summary>
    /// <param name="arguments">For example run.</param>
    public static AgentProgram OfThisProcess(params string[] arguments)
    {
        var host = Environment.ProcessPath ?? "";
        string[] program = Path.GetFileNameWithoutExtension(host) == "dotnet" ? [host, typeof(AgentHost).Assembly.Location] : [host];
        return new AgentProgram([.. program, .. arguments]);
    }

    /// <summary>No word holds a line break or another control character: no format that a system reads can be trusted with one.</summary>
    public bool IsWritable => Words.All(word => word.Length > 0 && !word.Any(char.IsControl)) && Path.IsPathFullyQualified(Words[0]);
}
