namespace EidAuth.PcSc;

/// <summary>SCARD_READERSTATE without its layout: one reader in SCardGetStatusChange.</summary>
internal sealed class ReaderQuery(string name, uint currentState)
{
    /// <summary>The name that stands for readers coming and going.</summary>
    public const string ReadersThemselves = @"\\?PnP?\Notification";

    // Windows lists its own key stores as readers with a card that never leaves: they hold no card of ours and disturb those who ask.
    private const string WindowsHello = "Windows Hello";

    public const uint Changed = 0x0002;
    private const uint Unknown = 0x0004;
    private const uint Unavailable = 0x0008;
    private const uint Present = 0x0020;
    private const uint Mute = 0x0200;

    public string Name { get; } = name;

    /// <summary>What the caller believes: the event state of the call before, without CHANGED, the counter in its high half kept.</summary>
    public uint CurrentState { get; } = currentState;

    /// <summary>What the service says.</summary>
    public uint EventState { get; set; }

    /// <summary>The card's answer to reset, when one is in.</summary>
    public byte[] Atr { get; set; } = [];

    /// <summary>True for a reader that people put cards into. The one place that says which are not.</summary>
    public static bool IsReader(string name) => !name.StartsWith(WindowsHello, StringComparison.OrdinalIgnoreCase);

    /// <summary>The same reader, asked for what comes after this answer.</summary>
    public ReaderQuery Next() => new(Name, EventState & ~Changed);

    /// <summary>The state for callers; null for the pseudo reader and for a reader that is leaving. Who else uses the card (INUSE, EXCLUSIVE) is no part of it.</summary>
    public ReaderState? ToReaderState()
    {
        if (Name == ReadersThemselves || (EventState & (Unknown | Unavailable)) != 0)
        {
            return null;
        }

        var presence = (EventState & Present) == 0 ? CardPresence.Empty
            : (EventState & Mute) != 0 ? CardPresence.Mute
            : CardPresence.Present;
        return new ReaderState(Name, presence, presence == CardPresence.Empty ? [] : Atr, (int)(EventState >> 16));
    }
}
