using System.Net;
using System.Threading.RateLimiting;

namespace EidAuth.AspNetCore.Callback;

/// <summary>
/// How many ends are taken from one address: more at once than a hall of public computers sends, and too few to be worth a flood. An IPv6 network counts as one address.
/// </summary>
internal sealed class EndLimit : IDisposable
{
    /// <summary>At once; ten a second come back.</summary>
    public const int AtOnce = 60;

    private readonly PartitionedRateLimiter<IPAddress> limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => RateLimitPartition.GetTokenBucketLimiter(
        address,
        _ => new TokenBucketRateLimiterOptions { TokenLimit = AtOnce, TokensPerPeriod = 10, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 }));

    public bool Takes(IPAddress? from)
    {
        using var lease = limiter.AttemptAcquire(Network(from ?? IPAddress.None));
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(Math.Min(bytes.Length, 8)).Clear();
        return new IPAddress(bytes);
    }
}
