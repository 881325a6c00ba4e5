using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Login;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class ReturnAddressTests
{
    [Theory]
    [InlineData("https://loket.example.be/signin-eid", "https://loket.example.be")]
    [InlineData("https://loket.example.be/base/path/signin-eid", "https://loket.example.be")]
    [InlineData("https://loket.example.be:8443/a~b/c%20d/signin-eid", "https://loket.example.be:8443")]
    [InlineData("https://loket.example.be/%C3%A9/signin-eid", "https://loket.example.be")]
    [InlineData("http://localhost:5080/signin-eid", "http://localhost:5080")]
    [InlineData("http://127.0.0.1:5080/signin-eid", "http://127.0.0.1:5080")]
    [InlineData("http://[::1]:5080/signin-eid", "http://[::1]:5080")]
    [InlineData("https://xn--lige-6oa.example/signin-eid", "https://xn--lige-6oa.example")]
    public void An_address_of_a_callback_is_taken_as_it_stands(string text, string origin)
    {
        Assert.True(ReturnAddress.TryParse(text, out var address));
        Assert.Equal(text, address!.Uri.AbsoluteUri);
        Assert.Equal(origin, address.Origin.Value);
    }

    [Fact]
    public void Host_and_port_take_the_form_of_the_origin()
    {
        Assert.True(ReturnAddress.TryParse("HTTPS://LOKET.example.be:443/signin-eid", out var address));
        Assert.Equal("https://loket.example.be/signin-eid", address!.Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("https://loket.example.be/signin-eid", "https://loket.example.be/signin-eid/end")]
    [InlineData("https://loket.example.be:8443/a~b/c%20d/signin-eid", "https://loket.example.be:8443/a~b/c%20d/signin-eid/end")]
    [InlineData("http://[::1]:5080/signin-eid", "http://[::1]:5080/signin-eid/end")]
    public void The_end_of_a_session_is_said_one_segment_further(string text, string end)
    {
        Assert.True(ReturnAddress.TryParse(text, out var address));
        Assert.Equal(end, address!.EndAddress.AbsoluteUri);
        Assert.False(ReturnAddress.TryParse(end, out _));
    }

    [Theory]
    [InlineData("https://loket.example.be")]
    [InlineData("https://loket.example.be/")]
    [InlineData("https://loket.example.be/signin-eid/")]
    [InlineData("https://loket.example.be/signin-eid/end")]
    [InlineData("https://loket.example.be/other")]
    [InlineData("https://loket.example.be/xsignin-eid")]
    [InlineData("https://loket.example.be/SIGNIN-EID")]
    [InlineData("https://loket.example.be/signin-eid;x=1")]
    [InlineData("https://loket.example.be/signin%2Deid")]
    [InlineData("https://loket.example.be/signin-eid?next=/")]
    [InlineData("https://loket.example.be/signin-eid?")]
    [InlineData("https://loket.example.be/signin-eid#")]
    [InlineData("https://loket.example.be/?/signin-eid")]
    [InlineData("https://loket.example.be/#/signin-eid")]
    [InlineData("https://loket.example.be?/signin-eid")]
    [InlineData("https://user@loket.example.be/signin-eid")]
    [InlineData("https://loket.example.be\\@evil.example/signin-eid")]
    [InlineData("https://loket.example.be/a\\signin-eid")]
    [InlineData("https:\\\\loket.example.be\\signin-eid")]
    [InlineData("https://loket.example.be//signin-eid")]
    [InlineData("https://loket.example.be/./signin-eid")]
    [InlineData("https://loket.example.be/a/../signin-eid")]
    [InlineData("https://loket.example.be/a/%2e%2e/signin-eid")]
    [InlineData("https://loket.example.be/a/%2E./signin-eid")]
    [InlineData("https://loket.example.be/a%2fsignin-eid/signin-eid")]
    [InlineData("https://loket.example.be/a%2F/signin-eid")]
    [InlineData("https://loket.example.be/a%5C/signin-eid")]
    [InlineData("https://loket.example.be/a%252F/signin-eid")]
    [InlineData("https://loket.example.be/a%00/signin-eid")]
    [InlineData("https://loket.example.be/a%0D%0A/signin-eid")]
    [InlineData("https://loket.example.be/a%7F/signin-eid")]
    [InlineData("https://loket.example.be/a%4/signin-eid")]
    [InlineData("https://loket.example.be/a%zz/signin-eid")]
    [InlineData("https://loket.example.be/%61/signin-eid")]
    [InlineData("https://loket.example.be/é/signin-eid")]
    [InlineData("https://loket.example.be/a b/signin-eid")]
    [InlineData("https://loket.example.be/a\t/signin-eid")]
    [InlineData("https://loket.example.be/<a>/signin-eid")]
    [InlineData("https://loket.example.be/signin-eid\n")]
    [InlineData(" https://loket.example.be/signin-eid")]
    [InlineData("http://loket.example.be/signin-eid")]
    [InlineData("http://localhost.example.be/signin-eid")]
    [InlineData("ftp://localhost/signin-eid")]
    [InlineData("javascript://localhost/signin-eid")]
    [InlineData("//loket.example.be/signin-eid")]
    [InlineData("/signin-eid")]
    [InlineData("://localhost/signin-eid")]
    [InlineData("")]
    [InlineData(null)]
    public void Nothing_else_may_receive_a_token(string? text)
    {
        Assert.False(ReturnAddress.TryParse(text, out _));
    }

    [Fact]
    public void A_very_long_address_is_refused()
    {
        Assert.False(ReturnAddress.TryParse($"https://loket.example.be/{new string('a', 1000)}/signin-eid", out _));
    }
}
