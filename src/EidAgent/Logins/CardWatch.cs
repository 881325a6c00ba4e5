using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAgent.Logins;

/// <summary>Ends a use of a card the moment the card leaves the reader, so that the PIN window closes and no PIN goes to another card.</summary>
internal static class CardWatch
{
    /// <summary>Watches until the card leaves or <paramref name="over"/> fires.</summary>
    public static async Task EndOnRemovalAsync(CardUse use, IResourceManager readers, FoundCard card, CancellationToken over)
    {
        var known = card.Readers;
        try
        {
            while (known.Contains(card.Reader))
            {
                known = await readers.WaitForChangeAsync(known, over);
            }

            use.End(known.Any(reader => reader.Name == card.Reader.Name) ? LoginEnding.CardRemoved : LoginEnding.ReaderLost);
        }
        catch (Exception exception) when (exception is OperationCanceledException or CardException && over.IsCancellationRequested)
        {
            // It is through with the card.
        }
        catch (CardException exception)
        {
            use.End(LoginEndings.Of(exception.Fault));
        }
    }
}
