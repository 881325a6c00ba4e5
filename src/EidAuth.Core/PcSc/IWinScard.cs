namespace EidAuth.PcSc;

/// <summary>
/// The calls of the PC/SC client library with this project's types; one implementation per system hides its sizes. Each returns the low 32 bits of the
/// library's code (<see cref="ScardCode"/>). Contexts and card handles are numbers; who opens one closes it.
/// </summary>
internal interface IWinScard
{
    /// <summary>
    /// <see cref="ReaderQuery.ReadersThemselves"/> is understood and a wait can be relied upon; otherwise the readers are listed again at a pace.
    /// </summary>
    bool AnnouncesReaders { get; }

    uint EstablishContext(out nint context);

    uint ReleaseContext(nint context);

    /// <summary>Makes a wait of that context return; with <see cref="GiveUpTransaction"/> the only call that may be made from another thread.</summary>
    uint Cancel(nint context);

    uint ListReaders(nint context, out IReadOnlyList<string> readers);

    /// <summary>Waits until a reader's state differs from what its query believes, at most <paramref name="timeout"/> milliseconds.</summary>
    uint GetStatusChange(nint context, uint timeout, IReadOnlyList<ReaderQuery> readers);

    /// <summary>Shared, T=0.</summary>
    uint Connect(nint context, string reader, out nint card);

    /// <summary>Disconnects, and resets the card or leaves it as it is.</summary>
    uint Disconnect(nint card, bool reset);

    uint Status(nint card, out byte[] atr);

    /// <summary>Waits, for ever if need be, while another program holds a transaction.</summary>
    uint BeginTransaction(nint card);

    /// <summary>Makes a <see cref="BeginTransaction"/> that waits on another thread return, where the system allows that. The card handle is used for nothing more.</summary>
    void GiveUpTransaction(nint context, nint card);

    /// <summary>Ends the transaction and leaves the card as it is.</summary>
    uint EndTransaction(nint card);

    uint Transmit(nint card, ReadOnlySpan<byte> command, Span<byte> response, out int length);

    uint Control(nint card, uint code, ReadOnlySpan<byte> input, Span<byte> output, out int length);

    /// <summary>True for a code of <see cref="Control"/> that says that the reader does not know it; the systems' numbers overlap with other meanings.</summary>
    bool IsUnsupported(uint code);

    uint GetAttribute(nint card, uint attribute, Span<byte> value, out int length);
}
