using EidAuth.AspNetCore;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Takes every challenge for a new one.</summary>
internal sealed class ForgetfulStore : IUsedChallengeStore
{
    public bool IsSingleServer => false;

    public ValueTask<ChallengeUse> UseAsync(ReadOnlyMemory<byte> nonce, DateTimeOffset issuedAt, DateTimeOffset expiresAt, CancellationToken cancellation) =>
        ValueTask.FromResult(ChallengeUse.First);
}
