using EidAuth.ConformanceTests.Pki;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Revocation;

/// <summary>Answers that are held: bounded, the newest of each certificate, the bad ones longest.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class OcspAnswerCacheTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly CertificateAuthority Authority = CrlScenario.Proven(LoginScenario.Ec().Ca);

    [Fact]
    public void It_never_holds_more_than_it_may()
    {
        var cache = new OcspAnswerCache(100);

        for (var i = 0; i < 10_000; i++)
        {
            cache.Take(Finding(i, RevocationStatus.Good, i));
            Assert.InRange(cache.Count, 1, 100);
        }

        Assert.NotNull(cache.Newest(Key(9_999)));
        Assert.Null(cache.Newest(Key(0)));
    }

    [Fact]
    public void What_is_not_good_goes_last()
    {
        var cache = new OcspAnswerCache(100);
        cache.Take(Finding(-1, RevocationStatus.Revoked, 0));

        for (var i = 0; i < 1_000; i++)
        {
            cache.Take(Finding(i, RevocationStatus.Good, i));
        }

        Assert.Equal(RevocationStatus.Revoked, cache.Newest(Key(-1))?.Status);
    }

    [Fact]
    public void When_nothing_else_is_left_the_oldest_bad_ones_make_room()
    {
        var cache = new OcspAnswerCache(100);
        for (var i = 0; i < 1_000; i++)
        {
            cache.Take(Finding(i, RevocationStatus.Revoked, i));
        }

        Assert.Equal(RevocationStatus.Good, Assert.IsType<RevocationFinding>(cache.Take(Finding(5_000, RevocationStatus.Good, 5_000))).Status);
        Assert.InRange(cache.Count, 1, 100);
        Assert.Null(cache.Newest(Key(0)));
        Assert.NotNull(cache.Newest(Key(999)));
    }

    [Fact]
    public void It_holds_nothing_of_lists_and_nothing_undecided()
    {
        var cache = new OcspAnswerCache();
        cache.Take(new RevocationFinding(Key(1), RevocationStatus.Good, null, Evidence(0) with { Source = RevocationSource.Crl }, Noon));
        cache.Take(new RevocationFinding(Key(2), RevocationStatus.Undecided, LoginRejection.OcspNonce, Evidence(0), Noon));
        cache.Take(new RevocationFinding(Key(3), RevocationStatus.Undecided, LoginRejection.OcspUnavailable, null, Noon));

        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void The_key_differs_with_serial_number_name_and_key_of_the_CA()
    {
        var scenario = LoginScenario.Ec();
        var sameName = CrlScenario.Proven(scenario.Issue(ForgeKey.P384(6), scenario.Ca.Subject, scenario.Root.Key, scenario.Root.Subject, [0x02, 0x02]).With(Forge.BasicConstraints, Forge.Ca(0), critical: true));
        var sameKey = CrlScenario.Proven(scenario.Issue(scenario.Ca.Key, scenario.Root.Subject, scenario.Root.Key, scenario.Root.Subject, [0x02, 0x03]).With(Forge.BasicConstraints, Forge.Ca(0), critical: true));
        RevocationKey[] keys = [RevocationKey.Of(Authority, [1]), RevocationKey.Of(Authority, [1, 0]), RevocationKey.Of(Authority, new byte[20]), RevocationKey.Of(sameName, [1]), RevocationKey.Of(sameKey, [1])];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.Equal(RevocationKey.Of(Authority, [1]), RevocationKey.Of(CrlScenario.Proven(LoginScenario.Ec().Ca), [1]));
        Assert.Equal("RevocationKey", keys[0].ToString());
    }

    [Fact]
    public void Many_threads_leave_it_whole()
    {
        var cache = new OcspAnswerCache(64);

        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            cache.Take(Finding(i % 500, i % 7 == 0 ? RevocationStatus.Revoked : RevocationStatus.Good, i));
            Assert.True(cache.Newest(Key(i % 500)) is null or { Evidence: not null });
        });

        Assert.InRange(cache.Count, 1, 64);
    }

    private static RevocationKey Key(int number) => RevocationKey.Of(Authority, BitConverter.GetBytes(number));

    private static RevocationFinding Finding(int number, RevocationStatus status, int second) =>
        new(Key(number), status, status == RevocationStatus.Good ? null : LoginRejection.CertificateRevoked, Evidence(second), Noon);

    private static RevocationEvidence Evidence(int second) =>
        new(RevocationSource.Ocsp, Noon.AddSeconds(second), Noon.AddSeconds(second), Noon.AddSeconds(second + 60), Noon.AddSeconds(second + 60));
}
