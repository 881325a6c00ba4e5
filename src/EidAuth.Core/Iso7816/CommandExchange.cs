using System.Security.Cryptography;

namespace EidAuth.Iso7816;

/// <summary>
/// The one place that answers 61xx with GET RESPONSE and 6Cxx with the same command and the right Le (ISO 7816-3 §12.2). Readers that do either of it
/// themselves are served alike: then there is nothing left to do. Both are bounded, whatever a card answers.
/// </summary>
internal sealed class CommandExchange(ICardChannel channel, TimeProvider clock)
{
    // 2 KiB of answer; no Belpic command comes near it.
    private const int MaximumGetResponses = 8;

    private const int LargestAnswer = 258;

    /// <summary>How long to wait between 6Cxx and the command again.</summary>
    public TimeSpan WrongLengthPause { get; set; }

    /// <summary>Sends a command and collects its whole answer.</summary>
    /// <param name="command">As ISO 7816-4 writes it; T=0's own form is made here.</param>
    /// <param name="answer">Where the data goes, without status word.</param>
    /// <returns>A view into <paramref name="answer"/>, and the last status word: never 61xx, and 6Cxx only from a card that wants yet another Le.</returns>
    /// <exception cref="CardException">Protocol: no status word, more data than fits, or 61xx without end; otherwise what the channel throws.</exception>
    public ResponseApdu Send(CommandApdu command, Span<byte> answer)
    {
        var filled = 0;
        int? namedLength = null;
        var statusWord = SendOnce(command.ForT0(), answer, ref filled, ref namedLength);
        for (var round = 0; statusWord.BytesWaiting is { } waiting; round++)
        {
            if (round == MaximumGetResponses)
            {
                throw new CardException(CardFault.Protocol, "The card has ever more to say.", statusWord);
            }

            statusWord = SendOnce(new CommandApdu(0x00, 0xC0, 0x00, 0x00, waiting == 0 ? 256 : waiting), answer, ref filled, ref namedLength);
        }

        return new ResponseApdu(answer[..filled], statusWord) { NamedLength = namedLength };
    }

    private StatusWord SendOnce(CommandApdu command, Span<byte> answer, ref int filled, ref int? namedLength)
    {
        Span<byte> raw = stackalloc byte[LargestAnswer];
        var response = Transmit(command, raw);
        if (response.StatusWord.ExpectedLength is { } le && command.Data.IsEmpty)
        {
            if (WrongLengthPause > TimeSpan.Zero)
            {
                Task.Delay(WrongLengthPause, clock).GetAwaiter().GetResult();
            }

            namedLength = le == 0 ? 256 : le;
            response = Transmit(command.WithLe(namedLength.Value), raw);
        }

        if (response.StatusWord.ExpectedLength is not null)
        {
            return response.StatusWord;
        }

        if (response.Data.Length > answer.Length - filled)
        {
            throw new CardException(CardFault.Protocol, "The card answered more than was asked for.", response.StatusWord);
        }

        response.Data.CopyTo(answer[filled..]);
        filled += response.Data.Length;
        return response.StatusWord;
    }

    private ResponseApdu Transmit(CommandApdu command, Span<byte> raw)
    {
        // The command may hold a PIN block.
        Span<byte> bytes = stackalloc byte[CommandApdu.MaximumLength];
        try
        {
            var length = channel.Transmit(bytes[..command.Write(bytes)], raw);
            return ResponseApdu.TryParse(raw[..Math.Clamp(length, 0, raw.Length)], out var response)
                ? response
                : throw new CardException(CardFault.Protocol, "The card answered without a status word.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }
}
