using System.Security.Cryptography;
using EidAgent.Data;
using EidAgent.Hosting;
using EidAgent.Logins;
using EidAgent.Service;
using EidAgent.Sites;
using EidAuth.Belpic;
using EidAuth.Login;
using Microsoft.Extensions.Logging;

namespace EidAgent.Diary;

/// <summary>
/// Writes down each request when it comes and when it has ended, and counts logins for the sites. Where it cannot be written the login goes on, and page and log say so: a full disk must
/// not keep somebody out.
/// </summary>
internal sealed class LoginRecorder(DiaryBook diary, SiteBook sites, TimeProvider clock, ILogger<LoginRecorder> log) : IStopped
{
    private const string Certificate = "certificate";

    private readonly Lock gate = new();
    private Task writing = Task.CompletedTask;

    /// <summary>A site asks, and its consent page is about to be shown.</summary>
    public async Task AskedAsync(LoginAttempt attempt) => Report(attempt, await diary.WriteAsync(Entry(attempt)));

    /// <summary>It ended; its <see cref="DiaryTrace.Recorded"/> completes when that is written, or cannot be.</summary>
    public void Ended(LoginAttempt attempt, LoginEnding ending) => Begin(async () =>
    {
        try
        {
            var given = ending == LoginEnding.Signed ? Fields(attempt.Result?.Identity is null ? [] : FieldNames.Of(attempt.Agreed)) : [];
            Report(attempt, await diary.WriteAsync(Entry(attempt) with { Ending = ending.Code(), EndedAt = clock.GetUtcNow(), Given = given }));
            if (ending == LoginEnding.Signed)
            {
                Report(attempt, await sites.LoggedInAsync(attempt.Request.ReturnTo.Origin, clock.GetUtcNow()));
            }
        }
        finally
        {
            attempt.Trace.Finish();
        }
    });

    /// <summary>A site was told that the card of a session left, or could not be.</summary>
    /// <param name="address">Where that was posted.</param>
    /// <param name="ending">A code of <see cref="DiaryOutcomes"/>.</param>
    public void SessionEnded(Uri address, string ending) => Begin(async () =>
    {
        if (Origin.TryParse(address.GetLeftPart(UriPartial.Authority), out var origin))
        {
            var now = clock.GetUtcNow();
            Report(null, await diary.WriteAsync(new DiaryEntry
            {
                Id = NewId(), At = now, Origin = origin!.Value, Purpose = DiaryPurpose.SessionEnd, Ending = ending, EndedAt = now,
            }));
        }
    });

    /// <summary>Waits until everything is written.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return writing.WaitAsync(cancellationToken);
        }
    }

    /// <summary>16 random bytes.</summary>
    internal static string NewId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    private static DiaryEntry Entry(LoginAttempt attempt) => new()
    {
        Id = attempt.Trace.Id,
        At = attempt.Trace.At,
        Origin = attempt.Request.ReturnTo.Origin.Value,
        Purpose = DiaryPurpose.Login,
        Asked = Fields(attempt.Request.Fields),
    };

    // Every login gives the certificate.
    private static string[] Fields(IEnumerable<string> more) => [Certificate, .. more];

    private void Begin(Func<Task> write)
    {
        lock (gate)
        {
            writing = Task.WhenAll(writing, Task.Run(async () =>
            {
                try
                {
                    await write();
                }
#pragma warning disable CA1031 // The agent goes on serving; only the exception's type is logged, its text could name a site.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    AgentLog.AgentFault(log, exception.GetType().Name);
                }
            }));
        }
    }

    private void Report(LoginAttempt? attempt, KeepingFault? fault)
    {
        if (fault is { } known)
        {
            AgentLog.NotKept(log, known.Code());
            if (attempt is not null)
            {
                attempt.Trace.NotKept = known;
            }
        }
    }
}
