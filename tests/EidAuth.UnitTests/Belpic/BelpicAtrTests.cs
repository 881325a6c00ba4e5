using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Belpic;

[Trait("Group", TestGroup.FirstLogin)]
public class BelpicAtrTests
{
    [Theory]
    [InlineData("3B989440FFA503010101AD1310")]
    [InlineData("3B9894400AA503010101AD1310")]
    [InlineData("3B9813400AA503010101AD1311")]
    [InlineData("3B9813402AD000480101AD1311")]
    [InlineData("3B7F96000080318065B085040120120FFF829000")]
    public void Every_generation_is_known(string atr) => Assert.True(BelpicAtr.Matches(Convert.FromHexString(atr)));

    [Theory]
    [InlineData("")]
    [InlineData("3B")]
    [InlineData("3B9813400AA503010101AD13")]
    [InlineData("3B9813400AA503010101AD131100")]
    [InlineData("3B9913400AA503010101AD1311")]
    [InlineData("3B9813400AA503010101AD1411")]
    [InlineData("3B9813400AA503010201AD1311")]
    [InlineData("3B7F96000080318065B085040120120FFF829001")]
    [InlineData("3B7F96000080318065B085040120120FFF8290")]
    [InlineData("3BFE1800008031FE4580318065408C4B0E010B0C")]
    public void Another_card_is_not_ours(string atr) => Assert.False(BelpicAtr.Matches(Convert.FromHexString(atr)));
}
