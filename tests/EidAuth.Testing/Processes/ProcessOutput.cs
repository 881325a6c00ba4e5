namespace EidAuth.Testing.Processes;

/// <summary>The lines of a child's two outputs, and who waits for one.</summary>
internal sealed class ProcessOutput
{
    private readonly Lock gate = new();
    private readonly List<string> standard = [];
    private readonly List<string> error = [];
    private readonly List<(string Part, TaskCompletionSource<string> Found)> waiting = [];
    private int ended;

    internal string Standard => Text(standard);

    internal string Error => Text(error);

    internal void AddStandard(string? line) => Add(standard, line);

    internal void AddError(string? line) => Add(error, line);

    internal Task<string> WaitForAsync(string part)
    {
        lock (gate)
        {
            var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (standard.Concat(error).FirstOrDefault(line => line.Contains(part, StringComparison.Ordinal)) is { } earlier)
            {
                found.SetResult(earlier);
            }
            else if (ended == 2)
            {
                found.SetException(new EndOfStreamException());
            }
            else
            {
                waiting.Add((part, found));
            }

            return found.Task;
        }
    }

    private void Add(List<string> lines, string? line)
    {
        lock (gate)
        {
            if (line is null)
            {
                // Each output ends once.
                ended++;
                foreach (var (_, found) in waiting.Where(_ => ended == 2))
                {
                    found.TrySetException(new EndOfStreamException());
                }

                return;
            }

            lines.Add(line);
            foreach (var (_, found) in waiting.Where(wait => line.Contains(wait.Part, StringComparison.Ordinal)))
            {
                found.TrySetResult(line);
            }
        }
    }

    private string Text(List<string> lines)
    {
        lock (gate)
        {
            return string.Join('\n', lines);
        }
    }
}
