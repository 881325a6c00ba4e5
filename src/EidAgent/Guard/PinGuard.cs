using System.Security.Cryptography;
using EidAgent.Hosting;
using EidAgent.Service;
using EidAuth.Login;

namespace EidAgent.Guard;

/// <summary>
/// Counts wrong PINs by site and by card, in memory. The card's own counter is the one that lasts: what is kept here only adds to it, so nothing is lost when the agent ends. Chip numbers
/// are kept as HMAC under a key of this run, and no more of either than <see cref="Most"/>: each costs a person who types a wrong PIN, none can be pushed out from afar.
/// </summary>
internal sealed class PinGuard : IPinGuard, IUnfinished
{
    /// <summary>How many wrong PINs and how many cards are remembered; the oldest are forgotten.</summary>
    public const int Most = 64;

    /// <summary>So many in a row pause.</summary>
    private const int TooMany = 2;

    // What every card of this country has after a right PIN.
    private const int AllTries = 3;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly List<WrongPin> wrong = [];
    private readonly List<ToldTries> told = [];
    private readonly TimeSpan pause;
    private readonly TimeProvider clock;

    public PinGuard(AgentOptions options, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PinPause, ShortestPause);
        (pause, this.clock) = (options.PinPause, clock);
    }

    /// <summary>A wrong PIN still counts: an agent that nobody uses must not forget it by ending.</summary>
    public bool IsUnfinished
    {
        get
        {
            lock (gate)
            {
                return wrong.Exists(pin => clock.GetElapsedTime(pin.At) < pause);
            }
        }
    }

    public PinVerdict Judge(Origin site, ReadOnlySpan<byte> chipNumber, int? triesLeft)
    {
        var card = Name(chipNumber);
        lock (gate)
        {
            var before = Told(card);
            if (triesLeft is { } now)
            {
                // Only a right PIN sets a counter up: it was given on the command line, or to another program.
                if (now > before)
                {
                    wrong.RemoveAll(pin => pin.Card == card);
                }

                Keep(card, now);
            }

            // A card that does not tell is taken at its last word to us. Of one that never said any, this may be the last try.
            return (triesLeft ?? before) is not > 1 ? PinVerdict.LastTryKept
                : IsPaused(pin => pin.Card == card) || IsPaused(pin => pin.Site == site.Value) ? PinVerdict.SitesPaused
                : PinVerdict.Allowed;
        }
    }

    public void Wrong(Origin? site, ReadOnlySpan<byte> chipNumber, int triesLeft)
    {
        var card = Name(chipNumber);
        lock (gate)
        {
            wrong.Add(new WrongPin(card, site?.Value, clock.GetTimestamp()));
            DropOldest(wrong);
            Keep(card, triesLeft);
        }
    }

    public void Right(ReadOnlySpan<byte> chipNumber)
    {
        var card = Name(chipNumber);
        lock (gate)
        {
            wrong.RemoveAll(pin => pin.Card == card);
            Keep(card, AllTries);
        }
    }

    public void Lift(ReadOnlySpan<byte> chipNumber)
    {
        lock (gate)
        {
            wrong.Clear();
            Keep(Name(chipNumber), AllTries);
        }
    }

    public void Unanswered(ReadOnlySpan<byte> chipNumber)
    {
        var card = Name(chipNumber);
        lock (gate)
        {
            told.RemoveAll(one => one.Card == card);
        }
    }

    private string Name(ReadOnlySpan<byte> chipNumber) => Convert.ToHexString(HMACSHA256.HashData(key, chipNumber));

    private int? Told(string card) => told.Find(one => one.Card == card)?.TriesLeft;

    private void Keep(string card, int triesLeft)
    {
        told.RemoveAll(one => one.Card == card);
        told.Add(new ToldTries(card, triesLeft));
        DropOldest(told);
    }

    // Two with less than a pause between them, and the second of them less than a pause ago.
    private bool IsPaused(Predicate<WrongPin> counts)
    {
        var last = wrong.FindAll(counts).TakeLast(TooMany).ToList();
        return last.Count == TooMany
            && clock.GetElapsedTime(last[0].At, last[^1].At) < pause
            && clock.GetElapsedTime(last[^1].At) < pause;
    }

    private static void DropOldest<T>(List<T> list) => list.RemoveRange(0, Math.Max(0, list.Count - Most));

    private sealed record WrongPin(string Card, string? Site, long At);

    private sealed record ToldTries(string Card, int TriesLeft);
}
