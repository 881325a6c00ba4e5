using EidAuth.PcSc;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Readers with somebody between them and whoever uses them.</summary>
internal sealed class ReadersBetween(IResourceManager readers, Func<ICardHandle, ICardHandle> between) : IResourceManager
{
    public IReadOnlyList<ReaderState> ListReaders() => readers.ListReaders();

    public Task<IReadOnlyList<ReaderState>> WaitForChangeAsync(IReadOnlyList<ReaderState> known, CancellationToken cancellation) =>
        readers.WaitForChangeAsync(known, cancellation);

    public ICardHandle Connect(string reader) => between(readers.Connect(reader));
}
