using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Speed;

[Trait("Group", TestGroup.Card)]
public sealed class CertificateCacheTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly CertificateCache cache;

    public CertificateCacheTests() => cache = new CertificateCache(clock);

    public void Dispose() => cache.Dispose();

    [Fact]
    public void A_certificate_is_found_by_the_whole_chip_number()
    {
        cache.Keep(Chip(1), [0x30]);
        Assert.Equal([0x30], cache.Find(Chip(1)));
        Assert.Null(cache.Find(Chip(2)));
        Assert.Null(cache.Find(Chip(1)[..15]));
    }

    [Fact]
    public void The_17th_card_displaces_the_one_used_longest_ago()
    {
        for (byte chip = 1; chip <= 16; chip++)
        {
            cache.Keep(Chip(chip), [chip]);
        }

        cache.Keep(Chip(1), [1]);
        cache.Keep(Chip(17), [17]);

        Assert.Equal(16, cache.Count);
        Assert.Null(cache.Find(Chip(2)));
        Assert.NotNull(cache.Find(Chip(1)));
        Assert.NotNull(cache.Find(Chip(17)));
    }

    [Fact]
    public void A_card_is_forgotten_an_hour_after_its_last_login_though_nobody_asks()
    {
        cache.Keep(Chip(1), [1]);
        clock.Advance(TimeSpan.FromMinutes(59));
        cache.Keep(Chip(2), [2]);
        Assert.Equal(2, cache.Count);

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, cache.Count);
        Assert.Null(cache.Find(Chip(1)));

        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, cache.Count);
    }

    [Fact]
    public void A_login_in_between_keeps_it_for_another_hour()
    {
        cache.Keep(Chip(1), [1]);
        clock.Advance(TimeSpan.FromMinutes(59));
        cache.Keep(Chip(1), [1]);
        clock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(cache.Find(Chip(1)));
    }

    [Fact]
    public void What_is_cleared_is_gone()
    {
        cache.Keep(Chip(1), [1]);
        cache.Clear();
        Assert.Null(cache.Find(Chip(1)));
    }

    private static ReadOnlyMemory<byte> Chip(byte number) => new byte[] { 0x53, 0x4C, 0x47, 0x90, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, number };
}
