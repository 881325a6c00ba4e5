using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <summary>The applet's commands, one method each. Knows which directory is current, nothing of logins.</summary>
internal sealed partial class BelpicCard(ICardChannel channel, TimeProvider clock)
{
    private const ushort MasterFile = 0x3F00;

    // Older cards go silent when the command comes back at once; from 1.7 on none needs the pause.
    private static readonly TimeSpan OldCardPause = TimeSpan.FromMilliseconds(40);

    private static readonly StatusWord FileNotFound = new(0x6A82);

    private readonly CommandExchange exchange = new(channel, clock) { WrongLengthPause = OldCardPause };
    private ushort directory = MasterFile;

    private static ReadOnlySpan<byte> AppletIdentifier =>
        [0xA0, 0x00, 0x00, 0x00, 0x30, 0x29, 0x05, 0x70, 0x00, 0xAD, 0x13, 0x10, 0x01, 0x01, 0xFF];

    /// <summary>GET CARD DATA, with the PIN tries left where the generation tells them: one command instead of two.</summary>
    /// <param name="since18">The answer to reset is that of 1.8.</param>
    public CardData ReadCardData(bool since18 = false)
    {
        Span<byte> answer = stackalloc byte[256];
        var plain = new CommandApdu(0x80, 0xE4, 0x00, 0x00, CardData.Length);
        var response = SendWithRecovery(since18 ? new CommandApdu(0x80, 0xE4, 0x00, 0x01, CardData.ExtendedLength) : plain, answer);
        if (response.StatusWord.Value == 0x6B00)
        {
            response = exchange.Send(plain, answer);
        }

        if (!response.IsSuccess || !CardData.TryParse(response.Data, out var data) || data is null)
        {
            throw Unexpected("GET CARD DATA", response.StatusWord);
        }

        exchange.WrongLengthPause = data.Applet == AppletVersion.V11 ? OldCardPause : TimeSpan.Zero;
        return data;
    }

    // The applet is selected by reset. These answers mean that other software left something else selected, or that there is no such file.
    private static bool MeansOtherSelection(StatusWord statusWord) => statusWord.Value is 0x6D00 or 0x6E00 or 0x6A82 or 0x6A86;

    private ResponseApdu SendWithRecovery(CommandApdu command, Span<byte> answer)
    {
        var response = exchange.Send(command, answer);
        return MeansOtherSelection(response.StatusWord) ? RecoverAndSend(command, answer) : response;
    }

    // One SELECT by name, one more try.
    private ResponseApdu RecoverAndSend(CommandApdu command, Span<byte> answer)
    {
        directory = MasterFile;
        var statusWord = exchange.Send(new CommandApdu(0x00, 0xA4, 0x04, 0x00, AppletIdentifier), []).StatusWord;
        if (statusWord != StatusWord.Success)
        {
            throw IsNotActivated(statusWord) ? NotActivated(statusWord)
                : new CardException(CardFault.NotBelgian, "The card does not have the Belgian eID applet.", statusWord);
        }

        var response = exchange.Send(command, answer);
        return response.StatusWord.Value == 0x6D00 ? throw NotActivated(response.StatusWord) : response;
    }

    private static bool IsNotActivated(StatusWord statusWord) => statusWord.Value is 0x6283 or 0x6985;

    private static CardException NotActivated(StatusWord statusWord) =>
        new(CardFault.NotActivated, "The card is not activated.", statusWord);

    private static CardException Unexpected(string command, StatusWord statusWord) =>
        new(CardFault.Protocol, $"The card answered {command} with {statusWord}.", statusWord);
}
