using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAuth.Transcripts;

/// <summary>Reads everything that a card gives without its PIN, and makes a transcript of it.</summary>
public static class CardRecorder
{
    /// <summary>
    /// Reads the card and logs off. A card that answers unexpectedly is recorded up to there, with a note: that is the transcript which is most wanted. The PIN is
    /// not used.
    /// </summary>
    /// <param name="handle">The card. It is disposed.</param>
    /// <param name="source">As for <see cref="RecordingHandle.ToTranscript"/>.</param>
    /// <param name="clock">For the date, and the pauses that old cards need.</param>
    /// <exception cref="CardException">Removed, Reset, Busy, or a fault of the road: nothing was recorded.</exception>
    public static Transcript Record(ICardHandle handle, string source, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var recording = new RecordingHandle(handle);
        var (expectation, note) = Read(recording, clock);
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return recording.ToTranscript(source, day, expectation, note is null ? [] : [note]);
    }

    private static (TranscriptExpectation Expectation, string? Note) Read(RecordingHandle recording, TimeProvider clock)
    {
        try
        {
            using var session = BelpicSession.Open(recording, clock);
            session.ReadTriesLeft();
            session.ReadContent();
            var hasCertificate = false;
            foreach (var certificate in Enum.GetValues<CertificateFile>())
            {
                var isThere = session.ReadCertificate(certificate) is not null;
                hasCertificate |= isThere && certificate == CertificateFile.Authentication;
            }

            foreach (var file in Enum.GetValues<CardFile>())
            {
                session.ReadFile(file);
            }

            return (hasCertificate ? TranscriptExpectation.Read : TranscriptExpectation.NoCertificate, null);
        }
        catch (CardException exception) when (exception.Fault == CardFault.NotBelgian)
        {
            return (TranscriptExpectation.NotBelgian, null);
        }
        catch (CardException exception) when (exception.Fault == CardFault.NotActivated)
        {
            return (TranscriptExpectation.NotActivated, null);
        }
        catch (CardException exception) when (exception.Fault == CardFault.Protocol)
        {
            return (TranscriptExpectation.Read, "The program that recorded this could not read the card to its end.");
        }
    }
}
