using System.Numerics;

namespace EidAuth.Pki;

/// <summary>
/// The serial numbers of a revocation list with their reasons: two sorted arrays, 21 bytes an entry, whatever order the list had. Sorted and not hashed, because
/// the numbers are read before the signature is known to hold and nobody must be able to choose them so that looking up becomes slow.
/// </summary>
internal sealed class RevokedSerials
{
    /// <summary>Memory of one entry, in bytes.</summary>
    public const int BytesPerEntry = SerialKey.Length + 1;

    private const byte CertificateHold = 6;

    private SerialKey[] keys = [];
    private byte[] reasons = [];
    private bool isSorted = true;

    /// <summary>How many entries the list has, doubles counted.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an entry while reading. Room grows with the entries that came, not with the length that the list claims.</summary>
    /// <param name="serialNumber">The certificate.</param>
    /// <param name="reason">CRLReason (RFC 5280 §5.3.1), 0 when absent.</param>
    public void Add(SerialKey serialNumber, byte reason)
    {
        if (Count == keys.Length)
        {
            var length = Math.Max(16, 2 * Count);
            Array.Resize(ref keys, length);
            Array.Resize(ref reasons, length);
        }

        isSorted = isSorted && (Count == 0 || keys[Count - 1].CompareTo(serialNumber) < 0);
        keys[Count] = serialNumber;
        reasons[Count] = reason;
        Count++;
    }

    /// <summary>Ends the reading: nothing is added afterwards. Gives the steps of the sort, at most.</summary>
    public long Freeze()
    {
        if (keys.Length != Count)
        {
            Array.Resize(ref keys, Count);
            Array.Resize(ref reasons, Count);
        }

        if (isSorted)
        {
            return 0;
        }

        // An introspective sort: twice n log n, whatever the order.
        Array.Sort(keys, reasons);
        return 2L * Count * (BitOperations.Log2((uint)Count) + 1);
    }

    /// <summary>
    /// What the list says. One entry with another reason than certificateHold makes it revoked, removeFromCRL too: that belongs in lists of changes only, and in
    /// doubt the certificate does not pass.
    /// </summary>
    public CrlStatus Find(SerialKey serialNumber)
    {
        var place = Array.BinarySearch(keys, serialNumber);
        if (place < 0)
        {
            return CrlStatus.NotListed;
        }

        // Doubles stand side by side; the search finds any of them.
        while (place > 0 && keys[place - 1] == serialNumber)
        {
            place--;
        }

        for (; place < keys.Length && keys[place] == serialNumber; place++)
        {
            if (reasons[place] != CertificateHold)
            {
                return CrlStatus.Revoked;
            }
        }

        return CrlStatus.OnHold;
    }
}
