using EidAgent.Ports;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Ports;

[Trait("Group", TestGroup.Agent)]
public sealed class SharesTests
{
    [Fact]
    public void A_user_has_at_most_so_many_places_and_nobody_else_is_concerned()
    {
        var shares = new Shares(2);

        Assert.True(shares.TryTake(1000));
        Assert.True(shares.TryTake(1000));
        Assert.False(shares.TryTake(1000));
        Assert.True(shares.TryTake(1001));
        shares.Return(1000);
        Assert.True(shares.TryTake(1000));
        Assert.False(shares.TryTake(1000));
    }
}
