using EidAuth.PcSc;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>One reader under another name.</summary>
internal sealed class RenamedReaders(IResourceManager readers, string name) : IResourceManager
{
    public IReadOnlyList<ReaderState> ListReaders() => [.. readers.ListReaders().Select(state => state with { Name = name })];

    public async Task<IReadOnlyList<ReaderState>> WaitForChangeAsync(IReadOnlyList<ReaderState> known, CancellationToken cancellation)
    {
        var own = readers.ListReaders();
        return [.. (await readers.WaitForChangeAsync([.. known.Select(state => state with { Name = own[0].Name })], cancellation)).Select(state => state with { Name = name })];
    }

    public ICardHandle Connect(string reader) => new Renamed(readers.Connect(readers.ListReaders()[0].Name), name);

    private sealed class Renamed(ICardHandle handle, string name) : HandleBetween(handle)
    {
        public override string Reader => name;
    }
}
