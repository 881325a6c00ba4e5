using EidAgent.Commands.Texts;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Pki;

namespace EidAgent.Commands;

/// <summary>One <c>read</c>, from top to bottom.</summary>
/// <param name="Opening">Which card.</param>
/// <param name="Texts">In which language.</param>
/// <param name="Clock">To tell what has expired.</param>
internal sealed record ReadRun(CardOpening Opening, CommandTexts Texts, TimeProvider Clock)
{
    public bool Json { get; init; }

    /// <summary>Where the photo goes, or null.</summary>
    public string? Photo { get; init; }

    public bool Verify { get; init; }

    /// <summary>A folder of test roots, or null for Belgium's.</summary>
    public string? TestAnchors { get; init; }

    private CardParts Parts => CardParts.Identity | CardParts.Address | (Photo is null ? CardParts.None : CardParts.Photo);

    /// <summary>Reads, judges, writes; gives the exit code.</summary>
    public async Task<int> RunAsync(TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (TestTrust.Anchors(TestAnchors, errors) is not { } anchors)
        {
            return (int)ExitCode.Usage;
        }

        if (Photo is not null && Path.Exists(Photo))
        {
            return ExitCode.FileNotWritten.Tell(Texts, errors);
        }

        try
        {
            var report = await ReadAsync(anchors, cancellation);
            if (Photo is not null && !(report.Content.Photo is { } picture && NewFile.TryWrite(Photo, picture.Span)))
            {
                return ExitCode.FileNotWritten.Tell(Texts, errors);
            }

            await output.WriteAsync(Json ? CardJson.Write(report) : CardTable.Write(report, Texts));
            return Verify && !report.IsVerified ? ExitCode.NotGenuine.Tell(Texts, errors) : (int)ExitCode.Done;
        }
        catch (CardException exception)
        {
            return exception.Tell(Texts, errors);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled.Tell(Texts, errors);
        }
    }

    private async Task<CardReport> ReadAsync(TrustAnchors anchors, CancellationToken cancellation)
    {
        using var session = await Opening.OpenAsync(cancellation);
        var reading = Verify ? session.ReadAndJudge(anchors, Clock.GetUtcNow()) : null;
        var content = reading?.Content ?? session.ReadContent(Parts);
        if (content.Identity is null)
        {
            throw new CardException(CardFault.Protocol, "The card has no identity file.");
        }

        return new CardReport(content, session.Reader)
        {
            Proof = reading?.Proof,
            IsTest = anchors.IsTest,
            PhotoFile = Photo,
            Today = DateOnly.FromDateTime(Clock.GetLocalNow().DateTime),
        };
    }
}
