using EidAgent.Pages;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class HtmlTests
{
    [Theory]
    [InlineData("<script>", "&lt;script&gt;")]
    [InlineData("\" onload=\"x", "&quot; onload=&quot;x")]
    [InlineData("' &", "&#x27; &amp;")]
    [InlineData("\u202Egnp.exe", "\uFFFDgnp.exe")]
    [InlineData("Müller", "Müller")]
    public void Values_never_become_markup(string value, string encoded) => Assert.Equal($"<p>{encoded}</p>", Html.Of($"<p>{value}</p>").Markup);

    [Fact]
    public void Markup_is_kept_and_numbers_are_written_plainly() => Assert.Equal("<b>1</b>2", Html.Of($"{Html.Of($"<b>{1}</b>")}{2}").Markup);

    [Theory]
    [InlineData("https://loket.example.be", "https://loket.", "example.be", "")]
    [InlineData("https://belgium.be.attacker.example", "https://belgium.be.", "attacker.example", "")]
    [InlineData("https://login.town.co.uk:8443", "https://login.", "town.co.uk", ":8443")]
    [InlineData("https://co.be", "https://", "co.be", "")]
    [InlineData("http://localhost:5080", "http://", "localhost", ":5080")]
    [InlineData("http://127.0.0.1:5080", "http://", "127.0.0.1", ":5080")]
    [InlineData("http://[::1]:5080", "http://", "[::1]", ":5080")]
    [InlineData("http://[::1]", "http://", "[::1]", "")]
    public void The_part_of_an_address_that_names_its_owner_is_set_off(string origin, string before, string owner, string after) =>
        Assert.Equal((before, owner, after), OwnerOfHost.Split(origin));
}
