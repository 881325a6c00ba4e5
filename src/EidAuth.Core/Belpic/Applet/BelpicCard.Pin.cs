using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <content>The PIN: tries left, VERIFY, CHANGE REFERENCE DATA, LOG OFF.</content>
internal sealed partial class BelpicCard
{
    public const int MostTries = 3;

    private static readonly StatusWord PinBlocked = new(0x6983);

    /// <summary>PIN tries left, where asking costs none: 1.8 tells in GET CARD DATA, 1.7 answers VERIFY without data, older cards would count it as a wrong PIN.</summary>
    public int? ReadTriesLeft(AppletVersion applet)
    {
        switch (applet)
        {
            case AppletVersion.V18:
                return ReadCardData(since18: true).TriesLeft;
            case AppletVersion.V17:
                // Asked of our applet: where another is selected by now, its answer would say nothing of the tries.
                var query = SendWithRecovery(new CommandApdu(0x00, 0x20, 0x00, 0x01), []).StatusWord;

                // A PIN that stands verified has set the counter back.
                return query == PinBlocked ? 0 : query == StatusWord.Success ? MostTries : query.RetriesLeft;
            default:
                return null;
        }
    }

    /// <summary>VERIFY with a PIN block.</summary>
    public StatusWord Verify(ReadOnlySpan<byte> pinBlock) => exchange.Send(new CommandApdu(0x00, 0x20, 0x00, 0x01, pinBlock), []).StatusWord;

    /// <summary>CHANGE REFERENCE DATA with the old and the new PIN block.</summary>
    public StatusWord ChangeReferenceData(ReadOnlySpan<byte> pinBlocks) => exchange.Send(new CommandApdu(0x00, 0x24, 0x00, 0x01, pinBlocks), []).StatusWord;

    /// <summary>LOG OFF: the card forgets that the PIN was verified.</summary>
    public StatusWord LogOff() => exchange.Send(new CommandApdu(0x80, 0xE6, 0x00, 0x00), []).StatusWord;
}
