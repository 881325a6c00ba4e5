using EidAuth.PcSc;
using EidAuth.Testing.Pcsc;
using Xunit;

namespace EidAuth.IntegrationTests.PcSc;

/// <summary>One private service for the tests of a class, with both readers empty between tests.</summary>
public sealed class PcscFixture : IAsyncLifetime
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private PrivatePcscd? pcscd;

    internal PrivatePcscd Pcscd => pcscd ?? throw new InvalidOperationException("not started");

    internal PcscResourceManager Readers { get; } = new();

    /// <summary>Why there is none, or null; a fixture cannot skip, its tests do.</summary>
    internal Exception? Missing { get; private set; }

    public async ValueTask InitializeAsync()
    {
        try
        {
            pcscd = await PrivatePcscd.StartAsync(TestContext.Current.CancellationToken);
            ServiceAddress.PointAt(pcscd);
        }
        catch (Exception e) when (e.Message.StartsWith("$XunitDynamicSkip$", StringComparison.Ordinal))
        {
            Missing = e;
        }
    }

    public ValueTask DisposeAsync() => pcscd?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Waits until a reader satisfies the test, following changes as a client would.</summary>
    internal async Task<ReaderState> UntilAsync(string reader, Predicate<ReaderState> wanted)
    {
        if (Missing is not null)
        {
            throw Missing;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var known = Readers.ListReaders();
        while (true)
        {
            if (known.FirstOrDefault(state => state.Name == reader && wanted(state)) is { } found)
            {
                return found;
            }

            try
            {
                known = await Readers.WaitForChangeAsync(known, patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new InvalidOperationException($"{reader} was {Text(known)} and is {Text(Readers.ListReaders())}.\n{Pcscd.Log}");
            }
        }
    }

    private static string Text(IReadOnlyList<ReaderState> readers) =>
        string.Join(", ", readers.Select(reader => $"{reader.Name} {reader.Presence} {reader.EventCounter}"));

    /// <summary>Waits until a reader is empty, and until the service's own look has seen it so.</summary>
    /// <remarks>
    /// A reset that fails because the card just left makes the service call the reader empty before its look, every 0.4 s, has seen it so. A card that comes before
    /// that look is then never announced: no hand is that fast, the next test is.
    /// </remarks>
    internal async Task UntilEmptyAsync(string reader = PrivatePcscd.FirstReader)
    {
        await UntilAsync(reader, state => state.Presence == CardPresence.Empty);
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
    }

    internal Task<ReaderState> UntilPresentAsync(string reader = PrivatePcscd.FirstReader) => UntilAsync(reader, state => state.Presence == CardPresence.Present);
}
