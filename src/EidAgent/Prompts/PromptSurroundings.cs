using System.Runtime.InteropServices;
using System.Text;

namespace EidAgent.Prompts;

/// <summary>What decides where a PIN can be typed: the system, the environment, the terminal of standard input, and the programs there are.</summary>
/// <param name="Variable">Reads an environment variable; null when it is not set.</param>
/// <param name="Terminal">The terminal on standard input, for example /dev/pts/3, or null.</param>
/// <param name="Exists">Tells whether a file is there, by its absolute path.</param>
internal sealed partial record PromptSurroundings(Func<string, string?> Variable, string? Terminal, Func<string, bool> Exists)
{
    /// <summary>Which system's own dialogs there are; Linux has none.</summary>
    public PromptSystem System { get; init; }

    public static PromptSurroundings OfThisProcess() => new(NonEmpty, OperatingSystem.IsWindows() ? null : TerminalOfStandardInput(), File.Exists)
    {
        System = OperatingSystem.IsWindows() ? PromptSystem.Windows : OperatingSystem.IsMacOS() ? PromptSystem.MacOs : PromptSystem.Linux,
    };

    private static string? NonEmpty(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string? TerminalOfStandardInput()
    {
        var name = new byte[256];
        return TerminalName(0, name, (nuint)name.Length) == 0 ? Encoding.UTF8.GetString(name.AsSpan(0, Array.IndexOf(name, (byte)0))) : null;
    }

    [LibraryImport("libc", EntryPoint = "ttyname_r")]
    private static partial int TerminalName(int descriptor, [Out] byte[] name, nuint size);
}
