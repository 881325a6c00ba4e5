using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAgent.Logins;

/// <summary>Waits for a Belgian card in any reader, telling the person what is missing. Nothing before the open card ends it but its deadline.</summary>
internal sealed class CardSearch(IResourceManager readers, CertificateCache? cache, TimeProvider clock)
{
    // Between two tries at what reports no event of its own: a service that is down, a card that another program holds.
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(500);

    // A card that cannot answer is given power by each try, and some readers take a second for that.
    private static readonly TimeSpan MuteRetryAfter = TimeSpan.FromSeconds(2);

    /// <summary>The first Belgian card, open.</summary>
    /// <exception cref="OperationCanceledException">The login ended.</exception>
    /// <exception cref="CardException">NotActivated or Protocol: a card that waiting does not help.</exception>
    public async Task<FoundCard> FindAsync(CardUse use)
    {
        var foreign = new HashSet<ReaderState>();
        while (true)
        {
            use.Ended.ThrowIfCancellationRequested();
            try
            {
                var now = await CardThread.Run(readers.ListReaders);
                var step = now.Count == 0 ? LoginStep.InsertReader : LoginStep.InsertCard;
                foreach (var reader in now.Where(reader => reader.Presence != CardPresence.Empty))
                {
                    var (session, obstacle) = foreign.Contains(reader) || IsForeign(reader) ? (null, LoginStep.NotBelgian) : await CardThread.Run(() => Open(reader, use.Ended));
                    if (session is not null)
                    {
                        if (await FoundAsync(session, reader, now) is { } found)
                        {
                            return found;
                        }

                        obstacle = LoginStep.CardMute;
                    }

                    if (obstacle == LoginStep.NotBelgian)
                    {
                        foreign.Add(reader);
                    }

                    step = obstacle;
                }

                use.Show(step);
                await WaitAsync(step, now, use.Ended);
            }
            catch (CardException exception) when (exception.Fault == CardFault.ServiceUnavailable)
            {
                use.Show(LoginStep.ServiceMissing);
                await Task.Delay(RetryAfter, clock, use.Ended);
            }
        }
    }

    // pcscd calls a card mute that came while it reset the one before, and goes on to: it does not ask it again until somebody connects. So that is tried, and what the reader says then is what
    // the card is watched by. Null: another card came between, or the reader still calls it mute.
    private async Task<FoundCard?> FoundAsync(BelpicSession session, ReaderState reader, IReadOnlyList<ReaderState> now)
    {
        if (reader.Presence == CardPresence.Present)
        {
            return new FoundCard(session, reader, now);
        }

        FoundCard? found = null;
        try
        {
            var after = await CardThread.Run(readers.ListReaders);
            found = after.FirstOrDefault(seen => seen.Name == reader.Name && seen.EventCounter == reader.EventCounter && seen.Presence == CardPresence.Present) is { } same
                ? new FoundCard(session, same, after)
                : null;
            return found;
        }
        finally
        {
            if (found is null)
            {
                await CardThread.Run(session.Dispose);
            }
        }
    }

    private async Task WaitAsync(LoginStep step, IReadOnlyList<ReaderState> known, CancellationToken ended)
    {
        if (step == LoginStep.CardBusy)
        {
            await Task.Delay(RetryAfter, clock, ended);
            return;
        }

        using var pause = new CancellationTokenSource(step == LoginStep.CardMute ? MuteRetryAfter : Timeout.InfiniteTimeSpan, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pause.Token, ended);
        try
        {
            await readers.WaitForChangeAsync(known, either.Token);
        }
        catch (OperationCanceledException) when (pause.IsCancellationRequested && !ended.IsCancellationRequested)
        {
            // Tried again.
        }
    }

    // Told by the reader alone: a connection would end in a reset, which takes a card that is not ours from the program that uses it.
    private static bool IsForeign(ReaderState reader) => reader is { Presence: CardPresence.Present, Atr.IsEmpty: false } && !BelpicAtr.Matches(reader.Atr.Span);

    private (BelpicSession? Session, LoginStep Obstacle) Open(ReaderState reader, CancellationToken ended)
    {
        try
        {
            return (BelpicSession.Open(new AttemptHandle(readers.Connect(reader.Name), ended), TimeProvider.System, cache), LoginStep.Reading);
        }
        catch (CardException exception) when (Obstacle(exception.Fault) is { } obstacle)
        {
            return (null, obstacle);
        }
    }

    // Right after insertion other programs reset and hold the card too; a card or reader that left again is no longer listed in the next round.
    private static LoginStep? Obstacle(CardFault fault) => fault switch
    {
        CardFault.NotBelgian => LoginStep.NotBelgian,
        CardFault.Mute or CardFault.Timeout => LoginStep.CardMute,
        CardFault.Busy or CardFault.Reset or CardFault.NoCard or CardFault.Removed or CardFault.ReaderUnavailable => LoginStep.CardBusy,
        _ => null,
    };
}
