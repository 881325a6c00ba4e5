using System.Security.Cryptography;

namespace EidAuth.Simulator.Cards;

/// <summary>The card's one PIN: its stored block and the counter that VERIFY and CHANGE REFERENCE DATA share. The counter survives resets.</summary>
internal sealed class CardPin(byte[] block, int triesLeft)
{
    private const int Tries = 3;

    public int TriesLeft { get; private set; } =
        triesLeft is >= 0 and <= Tries ? triesLeft : throw new ArgumentException("0 to 3 tries.", nameof(triesLeft));

    /// <summary>Tries that were lost since the card was made.</summary>
    public int Spent { get; private set; }

    /// <summary>Compares in fixed time; a wrong PIN costs a try, the right one gives all back. A blocked PIN is never right.</summary>
    public bool Try(ReadOnlySpan<byte> presented)
    {
        if (TriesLeft == 0)
        {
            return false;
        }

        var right = CryptographicOperations.FixedTimeEquals(presented, block);
        TriesLeft = right ? Tries : TriesLeft - 1;
        Spent += right ? 0 : 1;
        return right;
    }

    public void Replace(ReadOnlySpan<byte> newBlock) => newBlock.CopyTo(block);
}
