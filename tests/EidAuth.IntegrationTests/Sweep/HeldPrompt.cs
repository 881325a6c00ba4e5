using System.Globalization;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Sweep;

/// <summary>
/// A pinentry as a shell script, for an agent of its own process: it waits for the test's hand, may have half of the PIN on the wire, and can be killed or stopped as any program.
/// </summary>
internal sealed class HeldPrompt
{
    private readonly string folder;

    private HeldPrompt(string folder) => this.folder = folder;

    /// <summary>How many PINs were typed.</summary>
    public int Entries => Lines("typed").Length;

    /// <summary>How many windows were opened.</summary>
    public int Opened => Lines("pids").Length;

    /// <summary>The windows that are still open.</summary>
    public IReadOnlyList<int> Running => [.. Lines("pids").Select(line => int.Parse(line, CultureInfo.InvariantCulture)).Where(IsRunning)];

    /// <summary>The folder goes to the front of the agent's PATH.</summary>
    public static async Task<HeldPrompt> InAsync(string folder, string pin)
    {
        var text = Path.Combine(folder, "text");
        await File.WriteAllTextAsync(
            text,
            $$"""
            #!/bin/sh
            cd '{{folder}}'
            echo $$ >> pids
            echo 'OK Pleased to meet you'
            while IFS= read -r line; do
              case "$line" in
                GETPIN)
                  if [ -e half ]; then printf 'D {{pin[..2]}}'; : > half-typed; while [ ! -e type ]; do sleep 0.02; done; echo 1 >> typed; printf '{{pin[2..]}}\nOK\n'
                  else : > asked; while [ ! -e type ]; do sleep 0.02; done; echo 1 >> typed; printf 'D {{pin}}\nOK\n'; fi;;
                BYE) echo OK; exit 0;;
                *) echo OK;;
              esac
            done
            """,
            TestContext.Current.CancellationToken);

        // Copied by a child: a file this process had open for writing might still be so in somebody's fork, and could not be run.
        foreach (var name in (string[])["pinentry-qt", "pinentry-gtk-2"])
        {
            var copied = await TestProcess.RunAsync("install", ["-m", "755", text, Path.Combine(folder, name)], TestContext.Current.CancellationToken);
            Assert.Equal(0, copied.ExitCode);
        }

        return new HeldPrompt(folder);
    }

    /// <summary>The hand is away from the keys; with <paramref name="half"/>, after two digits.</summary>
    public void Reset(bool half = false)
    {
        foreach (var name in (string[])["type", "half", "asked", "half-typed"])
        {
            File.Delete(Path.Combine(folder, name));
        }

        if (half)
        {
            File.WriteAllText(Path.Combine(folder, "half"), "");
        }
    }

    /// <summary>Types the PIN, or the rest of it, now and in every window to come.</summary>
    public void Type() => File.WriteAllText(Path.Combine(folder, "type"), "");

    /// <summary>A window waits for the PIN, or for the rest of it.</summary>
    public bool Waits(bool half) => File.Exists(Path.Combine(folder, half ? "half-typed" : "asked"));

    private static bool IsRunning(int process)
    {
        try
        {
            return !File.ReadAllText($"/proc/{process}/stat").Contains(") Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private string[] Lines(string name) => File.Exists(Path.Combine(folder, name)) ? File.ReadAllLines(Path.Combine(folder, name)) : [];
}
