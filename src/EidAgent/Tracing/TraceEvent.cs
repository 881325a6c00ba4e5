namespace EidAgent.Tracing;

/// <summary>What is traced beside commands: calls of the PC/SC service that wait for others.</summary>
internal enum TraceEvent
{
    /// <summary>A card was connected to, or was to be.</summary>
    Connect,

    /// <summary>Other programs were kept from the card, or were to be.</summary>
    Transaction,

    /// <summary>The card was let go, and reset.</summary>
    Disconnect,
}
