using EidAuth.Login;
using EidAuth.Pki;
using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.Revocation;

/// <summary>Belgian answers live for a minute, so a server's clock that drifts first costs a warning and then every login.</summary>
internal static class ResponderClock
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(30);

    /// <summary>Warns when the responder signed its answer at another time than now. Only signatures that held are believed.</summary>
    public static void Compare(LoginOutcome outcome, DateTimeOffset now, ILogger logger)
    {
        var evidence = outcome switch
        {
            LoginOutcome.Accepted accepted => accepted.Login.HolderEvidence,
            LoginOutcome.Rejected rejected => rejected.HolderEvidence,
            _ => null,
        };
        var producedAt = evidence is { Source: RevocationSource.Ocsp, IsHeld: false } ? evidence.ProducedAt : (DateTimeOffset?)null;
        if (now - producedAt is { } difference && difference.Duration() > Tolerated)
        {
            EidLog.ClockDiffers(logger, (long)difference.TotalSeconds);
        }
    }
}
