using System.Text;
using EidAgent.Prompts;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Prompts;

[Trait("Group", TestGroup.Agent)]
public sealed class PinentryFlavorTests
{
    [Theory]
    [InlineData("gtk2", true, false)]
    [InlineData("qt", true, false)]
    [InlineData("curses", true, false)]
    [InlineData("gnome3", false, false)]
    [InlineData("gtk2:curses", false, true)]
    [InlineData("gnome3:curses", false, true)]
    [InlineData("mac", false, false)]
    [InlineData("", false, false)]
    public void A_flavour_is_told_by_its_own_name(string answer, bool stopsTheClock, bool noDisplay)
    {
        var flavor = PinentryFlavor.Of(Encoding.ASCII.GetBytes(answer));

        Assert.Equal((stopsTheClock, noDisplay), (flavor.StopsTheClockForTyping, flavor.HasNoDisplay));
    }
}
