using System.Threading.RateLimiting;

namespace TownSite.Login;

/// <summary>Ten tries in five minutes at one account from one address, however its name is written. From another address its owner still gets in: nobody can lock somebody else out.</summary>
internal sealed class PasswordTries : IDisposable
{
    private readonly PartitionedRateLimiter<(string Address, string Account)> limiter = PartitionedRateLimiter.Create<(string Address, string Account), (string, string)>(
        who => RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(5) }));

    /// <summary>Takes one; false when none is left.</summary>
    public bool Take(HttpContext context, string userName)
    {
        using var lease = limiter.AttemptAcquire((ClientNetwork.Of(context), userName.Normalize().ToUpperInvariant()));
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
