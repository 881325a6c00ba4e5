using EidAuth.Login;
using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.Revocation;

/// <summary>Belgian answers live for a minute, so a server's clock that drifts first costs a warning and then every login.</summary>
internal static class ResponderClock
{
    private const int Tolerated = 30;

    /// <summary>Warns when the answer was produced at another time than now. Looks only at answers that were accepted or are the drift's very victims.</summary>
    public static void Compare(ReadOnlyMemory<byte> response, LoginOutcome outcome, DateTimeOffset now, ILogger logger)
    {
        var telling = outcome is LoginOutcome.Accepted or LoginOutcome.Rejected { Reason: LoginRejection.OcspStale };
        if (telling && OcspAnswer.ProducedAt(response) is { } producedAt && Math.Abs((now - producedAt).TotalSeconds) > Tolerated)
        {
            EidLog.ClockDiffers(logger, (int)Math.Clamp((now - producedAt).TotalSeconds, int.MinValue, int.MaxValue));
        }
    }
}
