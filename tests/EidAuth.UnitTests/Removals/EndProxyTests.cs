using System.Net;
using EidAgent.Removals;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Removals;

/// <summary>A proxy that is named, as HTTP_PROXY and ALL_PROXY name one, gets nothing of what the agent sends; where proxies are allowed, it gets it all.</summary>
[Trait("Group", TestGroup.Attacks)]
public sealed class EndProxyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_post_takes_no_proxy(bool allowed)
    {
        await using var site = await EndSite.StartAsync();
        await using var proxy = await EndSite.StartAsync();
        using var handler = EndTransport.CreateHandler();
        handler.Proxy = new WebProxy(new Uri(proxy.ReturnTo).GetLeftPart(UriPartial.Authority));
        handler.UseProxy |= allowed;
        using var http = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, site.ReturnTo + "/end") { Content = new StringContent("end=x") };

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(allowed ? (0, 1) : (1, 0), (site.Requests.Count, proxy.Requests.Count));
    }
}
