using EidAgent.Prompts;
using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.Testing.Processes;

namespace EidAuth.IntegrationTests.Prompts;

/// <summary>A shell script that plays a pinentry: what it says is the test's, what it is told it writes down.</summary>
internal sealed class FakePinentry : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eid-pinentry-");

    public PinentryProgram Program => new(Path.Combine(folder.FullName, "pinentry"));

    /// <summary>The commands it was given.</summary>
    public string[] Commands => Read("commands");

    /// <summary>Its environment, NAME=value.</summary>
    public string[] Variables => Read("environment");

    /// <summary>The targets of its open descriptors above standard error.</summary>
    public string[] Descriptors => Read("descriptors");

    public int ProcessId => int.Parse(Read("pid")[0], System.Globalization.CultureInfo.InvariantCulture);

    public static PinQuestion Question(bool wasWrong = false, int? triesLeft = 3, string language = "en")
    {
        _ = Origin.TryParse("https://loket.example.be", out var origin);
        return new PinQuestion(origin!, language, triesLeft, wasWrong);
    }

    /// <summary>A script that answers OK to all but GETPIN.</summary>
    /// <param name="answers">What the first, second… GETPIN is answered, as shell commands.</param>
    public static Task<FakePinentry> AnsweringAsync(params string[] answers) => PlayingAsync(
        $$"""
        n=0
        echo 'OK Pleased to meet you'
        while IFS= read -r line; do
          printf '%s\n' "$line" >> commands
          case "$line" in
            GETPIN) n=$((n+1)); case $n in
        {{string.Join('\n', answers.Select((answer, index) => $"      {index + 1}) {answer};;"))}}
              *) {{answers[^1]}};;
            esac;;
            "GETINFO flavor") echo 'D gtk2'; echo OK;;
            BYE) echo OK; exit 0;;
            *) echo OK;;
          esac
        done
        """);

    /// <summary>A script of its own.</summary>
    public static async Task<FakePinentry> PlayingAsync(string script)
    {
        var fake = new FakePinentry();
        var text = Path.Combine(fake.folder.FullName, "text");
        await File.WriteAllTextAsync(
            text,
            $"""
            #!/bin/sh
            cd '{fake.folder.FullName}'
            env > environment
            for d in /proc/$$/fd/*; do [ "$(basename $d)" -le 2 ] || readlink "$d"; done > descriptors 2>/dev/null
            echo $$ > pid.new; mv pid.new pid
            {script}
            """,
            Xunit.TestContext.Current.CancellationToken);

        // Copied by a child: a file this process had open for writing might still be so in somebody's fork, and could not be run.
        var copied = await TestProcess.RunAsync("install", ["-m", "755", text, fake.Program.Path], Xunit.TestContext.Current.CancellationToken);
        Xunit.Assert.Equal(0, copied.ExitCode);
        return fake;
    }

    /// <summary>Waits until it was given a command.</summary>
    public async Task WaitForAsync(string command)
    {
        while (!Commands.Contains(command))
        {
            await Task.Delay(20, Xunit.TestContext.Current.CancellationToken);
        }
    }

    public async Task WaitForStartAsync()
    {
        while (Read("pid").Length == 0)
        {
            await Task.Delay(20, Xunit.TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string[] Read(string name)
    {
        var path = Path.Combine(folder.FullName, name);
        return File.Exists(path) ? File.ReadAllLines(path) : [];
    }
}
