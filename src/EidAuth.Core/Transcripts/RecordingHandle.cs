using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAuth.Transcripts;

/// <summary>
/// A card handle that remembers what passes through it, for a transcript. What it remembers leaves it only through <see cref="ToTranscript"/>, which writes known
/// safe bytes and synthetic ones, never what a personal file held; the data of VERIFY and CHANGE is not even remembered.
/// </summary>
public sealed class RecordingHandle(ICardHandle inner) : ICardHandle
{
    // Commands to the reader itself, not to the card.
    private const byte ReaderClass = 0xFF;

    private readonly List<RecordedExchange> exchanges = [];

    /// <inheritdoc/>
    public string Reader => inner.Reader;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Atr => inner.Atr;

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        try
        {
            var length = inner.Transmit(command, response);
            Remember(command, response[..Math.Clamp(length, 0, response.Length)], null);
            return length;
        }
        catch (CardException exception)
        {
            Remember(command, [], exception.Fault);
            throw;
        }
    }

    /// <inheritdoc/>
    public IDisposable BeginTransaction() => inner.BeginTransaction();

    /// <inheritdoc/>
    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output) => inner.Control(code, input, output);

    /// <inheritdoc/>
    public int GetAttribute(uint attribute, Span<byte> value) => inner.GetAttribute(attribute, value);

    /// <summary>
    /// What may be told of the recording: commands, status words, lengths, the structure of every file; names, numbers, photo, certificates' personal parts and
    /// signatures replaced by synthetic ones of the same length. Call it after the session was disposed, once: what was remembered is then zeroed.
    /// </summary>
    /// <param name="source">How it was recorded; never whose card it was. Printable ASCII without semicolons, at most 200 characters.</param>
    /// <param name="date">The day.</param>
    /// <param name="expectation">What reading this card comes to.</param>
    /// <param name="notes">As source.</param>
    public Transcript ToTranscript(string source, DateOnly date, TranscriptExpectation expectation, IReadOnlyList<string>? notes = null)
    {
        var redaction = new Redaction.CardRedaction(exchanges);
        try
        {
            return new Transcript
            {
                Source = source,
                Date = date,
                Reader = Redaction.ReaderName.WithoutSerial(inner.Reader),
                Atr = inner.Atr.Length is >= 2 and <= 33 ? inner.Atr : new byte[2],
                Expectation = expectation,
                Applet = redaction.Applet,
                Notes = notes ?? [],
                Exchanges = redaction.Exchanges(),
            };
        }
        finally
        {
            Forget();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private void Remember(ReadOnlySpan<byte> command, ReadOnlySpan<byte> answer, CardFault? fault)
    {
        if (command.Length >= 4 && command[0] != ReaderClass)
        {
            exchanges.Add(RecordedExchange.Of(command, answer, fault));
        }
    }

    private void Forget()
    {
        foreach (var exchange in exchanges)
        {
            exchange.Clear();
        }

        exchanges.Clear();
    }
}
