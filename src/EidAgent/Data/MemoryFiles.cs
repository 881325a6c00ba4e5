namespace EidAgent.Data;

/// <summary>Files that end with the agent: where it has no folder.</summary>
#pragma warning disable CA1001 // A semaphore that is only awaited holds nothing of the system's.
internal sealed class MemoryFiles : IKeptFiles
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim gate = new(1);
    private readonly Dictionary<string, byte[]> files = [];

    public async Task<IDisposable> LockAsync()
    {
        await gate.WaitAsync();
        return new Held(gate);
    }

    public byte[]? Read(string name) => files.GetValueOrDefault(name);

    public long Length(string name) => files.GetValueOrDefault(name)?.Length ?? 0;

    public void Append(string name, ReadOnlySpan<byte> line) => files[name] = [.. files.GetValueOrDefault(name) ?? [], .. line];

    public void Replace(string name, ReadOnlySpan<byte> content) => files[name] = content.ToArray();

    public void Delete(string name) => files.Remove(name);

    private sealed class Held(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
