namespace EidAuth.Pki;

/// <summary>A CA's list with one scope, and the newest that was ever seen of it: that outlives the list itself, so that no older one comes back.</summary>
internal sealed class HeldList(ReadOnlyMemory<byte> scope)
{
    private VerifiedList? list;
    private SerialKey? highestNumber;
    private DateTimeOffset newestUpdate = DateTimeOffset.MinValue;
    private long lastUsed;
    private long checkedAt;

    /// <summary>The list's scope, encoded.</summary>
    public ReadOnlyMemory<byte> Scope { get; } = scope;

    /// <summary>The list; null when there was no room for it any more, or when only out-of-date ones were seen.</summary>
    public VerifiedList? List => Volatile.Read(ref list);

    /// <summary>Ticks of the last look.</summary>
    public long LastUsed => Interlocked.Read(ref lastUsed);

    /// <summary>When the list was last fetched; long ago where it came from the folder.</summary>
    public DateTimeOffset CheckedAt
    {
        get => new(Interlocked.Read(ref checkedAt), TimeSpan.Zero);
        set => Interlocked.Exchange(ref checkedAt, value.UtcTicks);
    }

    /// <summary>It was looked into.</summary>
    public void Touch(DateTimeOffset now) => Interlocked.Exchange(ref lastUsed, now.UtcTicks);

    /// <summary>
    /// An older one than was seen before, by its time or its number. A list without number after one with a number is older too: the number does not go away.
    /// </summary>
    public bool IsRolledBackBy(VerifiedList other) =>
        other.ThisUpdate < newestUpdate || (highestNumber is { } highest && !(other.Number is { } number && number.CompareTo(highest) >= 0));

    /// <summary>Remembers the list's age and number, without the list.</summary>
    public void Note(VerifiedList other) => (newestUpdate, highestNumber) = (other.ThisUpdate, other.Number ?? highestNumber);

    /// <summary>Puts a list in the place of the one before it, or of none.</summary>
    public void Put(VerifiedList? other) => Volatile.Write(ref list, other);
}
