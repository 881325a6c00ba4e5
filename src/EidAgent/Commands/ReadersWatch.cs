using EidAuth.PcSc;

namespace EidAgent.Commands;

/// <summary>Tells what changes in the readers. A card that left and came back between two looks is told as both, by the reader's event counter.</summary>
internal sealed class ReadersWatch(IResourceManager readers, IReadersReport report)
{
    /// <summary>Runs until cancelled.</summary>
    /// <exception cref="EidAuth.Iso7816.CardException">ServiceUnavailable, at the beginning: later the service is waited for.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var known = readers.ListReaders();
        report.List([.. known.Select(ReaderLook.At)]);
        report.Watching();
        try
        {
            while (true)
            {
                var now = await readers.WaitForChangeAsync(known, cancellation);
                Tell(known, now);
                known = now;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Ctrl-C is how it ends.
        }
    }

    private void Tell(IReadOnlyList<ReaderState> before, IReadOnlyList<ReaderState> now)
    {
        foreach (var gone in before.Where(reader => now.All(other => other.Name != reader.Name)))
        {
            report.Gone(gone.Name);
        }

        foreach (var reader in now)
        {
            var old = before.FirstOrDefault(other => other.Name == reader.Name);
            if (reader.Equals(old))
            {
                continue;
            }

            // Swapped between two looks: what was in it left first.
            if (old is { Presence: not CardPresence.Empty } && reader.Presence != CardPresence.Empty && old.EventCounter != reader.EventCounter)
            {
                report.Changed(new ReaderLook(reader.Name, ReaderContent.Empty));
            }

            report.Changed(ReaderLook.At(reader));
        }
    }
}
