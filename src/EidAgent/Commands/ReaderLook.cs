using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAgent.Commands;

/// <summary>A reader and what is in it.</summary>
/// <param name="Name">As the service gives it.</param>
/// <param name="Content">What is in it.</param>
internal sealed record ReaderLook(string Name, ReaderContent Content)
{
    /// <summary>For example 1.8; null when the card was not asked.</summary>
    public string? Applet { get; init; }

    /// <summary>The reader takes PINs on keys of its own; null when it was not asked.</summary>
    public bool? HasPinPad { get; init; }

    /// <summary>Why a card cannot be used now.</summary>
    public CardFault? Fault { get; init; }

    /// <summary>All readers, each Belgian card asked for its generation.</summary>
    public static IReadOnlyList<ReaderLook> All(IResourceManager readers) => [.. readers.ListReaders().Select(reader => Ask(readers, reader))];

    /// <summary>What the service knows without a word to the card.</summary>
    public static ReaderLook At(ReaderState reader) => new(reader.Name, reader.Presence switch
    {
        CardPresence.Empty => ReaderContent.Empty,
        CardPresence.Mute => ReaderContent.Mute,
        _ => BelpicAtr.Matches(reader.Atr.Span) ? ReaderContent.Belgian : ReaderContent.Foreign,
    });

    private static ReaderLook Ask(IResourceManager readers, ReaderState reader)
    {
        var look = At(reader);
        if (look.Content != ReaderContent.Belgian)
        {
            return look;
        }

        try
        {
            using var session = BelpicSession.Open(readers.Connect(reader.Name));
            return look with { Applet = FormattableString.Invariant($"{(int)session.Applet >> 4}.{(int)session.Applet & 0x0F}"), HasPinPad = session.HasPinPad };
        }
        catch (CardException exception)
        {
            return look with { Content = exception.Fault == CardFault.NotBelgian ? ReaderContent.Foreign : ReaderContent.Unusable, Fault = exception.Fault };
        }
    }
}
