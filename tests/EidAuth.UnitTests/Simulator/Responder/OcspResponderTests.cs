using System.Net;
using System.Net.Http.Headers;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Responder;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class OcspResponderTests : IAsyncLifetime
{
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private readonly TestPki pki;
    private readonly WebApplication app;

    public OcspResponderTests()
    {
        var clock = new ManualTimeProvider();
        pki = SharedPki.Open(clock);
        app = OcspResponder.Build(pki, 0, clock);
    }

    public async ValueTask InitializeAsync() => await app.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        pki.Dispose();
    }

    [Fact]
    public void It_listens_on_loopback_alone()
    {
        Assert.Equal("127.0.0.1", new Uri(Assert.Single(app.Urls)).Host);
    }

    [Fact]
    public async Task GET_is_refused_because_it_would_put_the_serial_number_into_an_address()
    {
        foreach (var identity in pki.Responders)
        {
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await SendAsync(HttpMethod.Get, identity.Path, null, null)).Status);
        }
    }

    [Fact]
    public async Task There_is_nothing_at_another_path()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Post, "/ocsp/nobody", [0x30, 0x00], "application/ocsp-request")).Status);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused(string? type)
    {
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await SendAsync(HttpMethod.Post, pki.Responders[0].Path, [0x30, 0x00], type)).Status);
    }

    [Fact]
    public async Task A_request_beyond_4_KiB_is_refused()
    {
        var (status, _, _) = await SendAsync(HttpMethod.Post, pki.Responders[0].Path, new byte[4097], "application/ocsp-request");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("3000")]
    [InlineData("FFFFFFFFFFFFFFFFFFFF")]
    public async Task Anything_else_is_a_malformed_request(string hex)
    {
        var (status, type, body) = await SendAsync(HttpMethod.Post, pki.Responders[0].Path, Convert.FromHexString(hex), "application/ocsp-request");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("application/ocsp-response", type);
        Assert.Equal("30030A0101", body);
    }

    [Fact]
    public async Task A_question_about_another_CAs_certificate_is_unauthorized()
    {
        // SHA-1, issuer hashes of nobody, serial 1.
        const string request = "30423040303E303C303A300906052B0E03021A0500"
            + "04141111111111111111111111111111111111111111" + "04142222222222222222222222222222222222222222" + "020101";

        var (_, _, body) = await SendAsync(HttpMethod.Post, pki.Responders[0].Path, Convert.FromHexString(request), "application/ocsp-request");

        Assert.Equal("30030A0106", body);
    }

    private async Task<(HttpStatusCode Status, string? Type, string Body)> SendAsync(HttpMethod method, string path, byte[]? body, string? type)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(app.Urls.Single()), path)) { Content = body is null ? null : new ByteArrayContent(body) };
        if (body is not null && type is not null)
        {
            request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType,
            Convert.ToHexString(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }
}
