using EidAgent.Hosting;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.PcSc;
using Microsoft.Extensions.Logging;

namespace EidAgent.Logins;

/// <summary>The frame around everything that is done with a card: its turn, its card found and watched, LOG OFF and reset at the end, and a decided ending whatever happens.</summary>
internal sealed class CardWork(IResourceManager readers, CertificateCache? cards, AgentOptions options, CardTurn turn, TimeProvider clock, ILogger log)
{
    /// <summary>PSO takes a second; a card that takes this long will not answer any more.</summary>
    public static readonly TimeSpan CardPatience = TimeSpan.FromMinutes(1);

    private readonly CardSearch search = new(readers, cards, clock);

    /// <summary>Runs to the end of that use, whatever that is; returns when the card is logged off and reset.</summary>
    public Task RunAsync(CardUse use, Func<FoundCard, Task> work) => EndingAsync(use, async () =>
    {
        use.Within(options.CardLifetime, LoginEnding.CardTimedOut);
        using var mine = await turn.TakeAsync(use.Ended);
        var card = await search.FindAsync(use);
        using var over = new CancellationTokenSource();
        var watch = CardWatch.EndOnRemovalAsync(use, readers, card, over.Token);
        try
        {
            await work(card);
        }
        finally
        {
            await over.CancelAsync();
            await CardThread.Run(card.Session.Dispose);
            await watch;
        }
    });

    /// <summary>Whatever ends the work ends the use of the card, in a decided way.</summary>
    public async Task EndingAsync(CardUse use, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (use.Ended.IsCancellationRequested)
        {
            // Whoever ended it said how.
        }
        catch (CardException exception)
        {
            if (use.End(LoginEndings.Of(exception.Fault)))
            {
                AgentLog.CardFault(log, exception.Fault, exception.StatusWord?.Value ?? 0);
            }
        }
#pragma warning disable CA1031 // The agent goes on serving; only the exception's type is logged, its text could name a person.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            AgentLog.AgentFault(log, exception.GetType().Name);
            use.End(LoginEnding.AgentFault);
        }
    }
}
