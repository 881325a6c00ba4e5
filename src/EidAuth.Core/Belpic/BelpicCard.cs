using System.Buffers.Binary;
using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <summary>The applet's commands, one method each. Knows which directory is current, nothing of logins.</summary>
internal sealed class BelpicCard(ICardChannel channel, TimeProvider clock)
{
    private const ushort MasterFile = 0x3F00;
    private const byte AuthenticationKeyReference = 0x82;
    private const int MostTries = 3;

    // Older cards go silent when the command comes back at once; from 1.7 on none needs the pause.
    private static readonly TimeSpan OldCardPause = TimeSpan.FromMilliseconds(40);

    private static readonly StatusWord PinBlocked = new(0x6983);

    private readonly CommandExchange exchange = new(channel, clock) { WrongLengthPause = OldCardPause };
    private ushort directory = MasterFile;

    private static ReadOnlySpan<byte> AppletIdentifier =>
        [0xA0, 0x00, 0x00, 0x00, 0x30, 0x29, 0x05, 0x70, 0x00, 0xAD, 0x13, 0x10, 0x01, 0x01, 0xFF];

    /// <summary>GET CARD DATA.</summary>
    public CardData ReadCardData()
    {
        Span<byte> answer = stackalloc byte[256];
        var response = SendWithRecovery(new CommandApdu(0x80, 0xE4, 0x00, 0x00, CardData.Length), answer);
        if (!response.IsSuccess || !CardData.TryParse(response.Data, out var data) || data is null)
        {
            throw Unexpected("GET CARD DATA", response.StatusWord);
        }

        exchange.WrongLengthPause = data.Applet == AppletVersion.V11 ? OldCardPause : TimeSpan.Zero;
        return data;
    }

    /// <summary>PIN tries left, where asking costs none: 1.8 tells in GET CARD DATA, 1.7 answers VERIFY without data, older cards would count it as a wrong PIN.</summary>
    public int? ReadTriesLeft(AppletVersion applet)
    {
        Span<byte> answer = stackalloc byte[256];
        switch (applet)
        {
            case AppletVersion.V18:
                var extended = SendWithRecovery(new CommandApdu(0x80, 0xE4, 0x00, 0x01, CardData.Length + 3), answer);
                return extended.IsSuccess && extended.Data.Length > CardData.Length && extended.Data[CardData.Length] is var tries and <= MostTries ? tries : null;
            case AppletVersion.V17:
                var query = exchange.Send(new CommandApdu(0x00, 0x20, 0x00, 0x01), answer).StatusWord;

                // A PIN that stands verified has set the counter back.
                return query == PinBlocked ? 0 : query == StatusWord.Success ? MostTries : query.RetriesLeft;
            default:
                return null;
        }
    }

    /// <summary>SELECT FILE by path from the master file.</summary>
    public void Select(ElementaryFile file)
    {
        Span<byte> path = stackalloc byte[6];
        WritePath(file.Directory, path);
        BinaryPrimitives.WriteUInt16BigEndian(path[4..], file.Identifier);
        Select(path, file.Directory);
    }

    /// <summary>READ BINARY on the selected file. Fewer bytes than asked for: the file ends there.</summary>
    public ReadOnlySpan<byte> ReadBinary(int offset, int length, Span<byte> buffer)
    {
        var command = new CommandApdu(0x00, 0xB0, (byte)(offset >> 8), (byte)offset, length);
        var response = exchange.Send(command, buffer);
        return response.StatusWord.Value switch
        {
            0x9000 => response.Data[..Math.Min(length, response.Data.Length)],
            0x6B00 => [],
            0x6985 or 0x6D00 => throw NotActivated(response.StatusWord),
            _ => throw Unexpected("READ BINARY", response.StatusWord),
        };
    }

    /// <summary>MSE SET for the authentication key, in the directory of the keys. Sent before any PIN, so that it may be tried again.</summary>
    public void SetSecurityEnvironment(byte algorithm)
    {
        if (directory != ElementaryFile.CertificateDirectory)
        {
            SelectCertificateDirectory();
        }

        var command = new CommandApdu(0x00, 0x22, 0x41, 0xB6, [0x04, 0x80, algorithm, 0x84, AuthenticationKeyReference]);
        var statusWord = exchange.Send(command, []).StatusWord;
        if (statusWord != StatusWord.Success)
        {
            // Another program may have selected something else while no transaction was open.
            SelectCertificateDirectory();
            statusWord = exchange.Send(command, []).StatusWord;
        }

        if (statusWord != StatusWord.Success)
        {
            throw Unexpected("MSE SET", statusWord);
        }
    }

    /// <summary>VERIFY with a PIN block.</summary>
    public StatusWord Verify(ReadOnlySpan<byte> pinBlock) => exchange.Send(new CommandApdu(0x00, 0x20, 0x00, 0x01, pinBlock), []).StatusWord;

    /// <summary>PSO COMPUTE DIGITAL SIGNATURE.</summary>
    public byte[] Sign(ReadOnlySpan<byte> input, int signatureLength)
    {
        Span<byte> signature = stackalloc byte[256];
        var response = exchange.Send(new CommandApdu(0x00, 0x2A, 0x9E, 0x9A, input, signatureLength), signature);
        return response.IsSuccess && response.Data.Length == signatureLength
            ? response.Data.ToArray()
            : throw Unexpected("PSO", response.StatusWord);
    }

    /// <summary>LOG OFF: the card forgets that the PIN was verified.</summary>
    public StatusWord LogOff() => exchange.Send(new CommandApdu(0x80, 0xE6, 0x00, 0x00), []).StatusWord;

    private void SelectCertificateDirectory()
    {
        Span<byte> path = stackalloc byte[4];
        WritePath(ElementaryFile.CertificateDirectory, path);
        Select(path, ElementaryFile.CertificateDirectory);
    }

    private static void WritePath(ushort directory, Span<byte> path)
    {
        BinaryPrimitives.WriteUInt16BigEndian(path, MasterFile);
        BinaryPrimitives.WriteUInt16BigEndian(path[2..], directory);
    }

    private void Select(ReadOnlySpan<byte> path, ushort selected)
    {
        var statusWord = SendWithRecovery(new CommandApdu(0x00, 0xA4, 0x08, 0x0C, path), []).StatusWord;
        if (statusWord != StatusWord.Success)
        {
            throw IsNotActivated(statusWord) ? NotActivated(statusWord) : Unexpected("SELECT FILE", statusWord);
        }

        directory = selected;
    }

    // The applet is selected by reset. These answers mean that other software left something else selected: one SELECT by name, one more try.
    private ResponseApdu SendWithRecovery(CommandApdu command, Span<byte> answer)
    {
        var response = exchange.Send(command, answer);
        if (response.StatusWord.Value is not (0x6D00 or 0x6E00 or 0x6A82 or 0x6A86))
        {
            return response;
        }

        directory = MasterFile;
        var statusWord = exchange.Send(new CommandApdu(0x00, 0xA4, 0x04, 0x00, AppletIdentifier), []).StatusWord;
        if (statusWord != StatusWord.Success)
        {
            throw IsNotActivated(statusWord) ? NotActivated(statusWord)
                : new CardException(CardFault.NotBelgian, "The card does not have the Belgian eID applet.", statusWord);
        }

        response = exchange.Send(command, answer);
        return response.StatusWord.Value == 0x6D00 ? throw NotActivated(response.StatusWord) : response;
    }

    private static bool IsNotActivated(StatusWord statusWord) => statusWord.Value is 0x6283 or 0x6985;

    private static CardException NotActivated(StatusWord statusWord) =>
        new(CardFault.NotActivated, "The card is not activated.", statusWord);

    private static CardException Unexpected(string command, StatusWord statusWord) =>
        new(CardFault.Protocol, $"The card answered {command} with {statusWord}.", statusWord);
}
