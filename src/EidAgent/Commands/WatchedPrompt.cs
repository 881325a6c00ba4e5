using EidAgent.Prompts;
using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAgent.Commands;

/// <summary>A prompt that names the card's reader, and closes the moment the card leaves it.</summary>
internal sealed class WatchedPrompt(IResourceManager readers, string reader, IPinPrompt prompt) : IPinPrompt
{
    /// <inheritdoc/>
    /// <exception cref="CardException">Removed: the card left while the person was typing.</exception>
    public async Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var leaving = LeavesAsync(over);
        PinEntry entry;
        bool closedByRemoval;
        try
        {
            entry = await prompt.AskAsync(question with { Reader = reader }, over.Token);
        }
        finally
        {
            // A prompt that fails leaves nobody looking either.
            closedByRemoval = over.IsCancellationRequested && !cancellation.IsCancellationRequested;
            await over.CancelAsync();
            closedByRemoval &= await leaving;
        }

        if (closedByRemoval)
        {
            entry.Dispose();
            throw new CardException(CardFault.Removed, "The card was removed while its PIN was asked.");
        }

        return entry;
    }

    // True when the card left; cancels the prompt then.
    private async Task<bool> LeavesAsync(CancellationTokenSource over)
    {
        try
        {
            var known = readers.ListReaders();
            var state = known.FirstOrDefault(other => other.Name == reader);
            while (state is not null && known.Contains(state))
            {
                known = await readers.WaitForChangeAsync(known, over.Token);
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (CardException)
        {
            // The service ended: what comes next on the card's own handle says so.
        }

        await over.CancelAsync();
        return true;
    }
}
