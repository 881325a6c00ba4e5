using System.Net;
using System.Net.Sockets;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Responder;

[Trait("Group", TestGroup.Trust)]
public sealed class TestPkiServerTests : IAsyncLifetime
{
    private const string ListRequest = "GET /crl/citizen-ec.crl HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
    private TestPkiServer server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await TestPkiServer.StartAsync(SharedPki.Folder, cancellation: Cancellation);

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_list_and_a_certificate_come_with_their_types()
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        foreach (var authority in server.Conduct.Authorities)
        {
            using var list = await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, $"crl/{authority}.crl")), Cancellation);
            using var certificate = await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, $"crt/{authority}.crt")), Cancellation);

            Assert.Equal((HttpStatusCode.OK, "application/pkix-crl"), (list.StatusCode, list.Content.Headers.ContentType?.MediaType));
            Assert.Equal((HttpStatusCode.OK, "application/pkix-cert"), (certificate.StatusCode, certificate.Content.Headers.ContentType?.MediaType));
            var issuer = server.Pki.Authorities.Single(one => one.Name == authority).Certificate;
            Assert.Equal(issuer.RawData, await certificate.Content.ReadAsByteArrayAsync(Cancellation));
        }

        Assert.Equal((5, 5, 0), (server.Crl.Requests, server.Certificates.Requests, server.Ocsp.Requests));
        Assert.Equal((2, 1), (server.Crl.RequestsTo("citizen"), server.Crl.RequestsTo("citizen-ec")));
    }

    [Fact]
    public async Task A_killed_server_refuses_connections_until_it_is_started_again()
    {
        Assert.StartsWith("HTTP/1.1 200", await TalkAsync(ListRequest), StringComparison.Ordinal);
        await server.StopAsync();
        await server.StopAsync();
        var refused = await Assert.ThrowsAsync<SocketException>(() => TalkAsync(ListRequest));
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);

        await server.StartAgainAsync(Cancellation);

        Assert.StartsWith("HTTP/1.1 200", await TalkAsync(ListRequest), StringComparison.Ordinal);
        Assert.Equal(2, server.Crl.Requests);
        await Assert.ThrowsAsync<InvalidOperationException>(() => server.StartAgainAsync(Cancellation));
    }

    [Fact]
    public async Task Reset_is_a_reset_and_half_way_is_half_of_what_was_promised()
    {
        server.Crl.Behave(ResponderBehaviour.Reset);
        var reset = await Assert.ThrowsAsync<IOException>(() => TalkAsync(ListRequest));
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(reset.InnerException).SocketErrorCode);

        server.Crl.Behave(ResponderBehaviour.HalfWay);
        var answer = await TalkAsync(ListRequest);
        var head = answer[..(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)];
        var promised = int.Parse(head.Split("Content-Length: ")[1].Split("\r\n")[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(promised / 2, answer.Length - head.Length);
    }

    [Fact]
    public async Task Whoever_follows_a_redirect_gets_the_right_answer_and_is_counted()
    {
        server.Crl.Behave("citizen-ec", ResponderBehaviour.Redirect);
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = true });

        using var answer = await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "crl/citizen-ec.crl")), Cancellation);

        Assert.Equal((HttpStatusCode.OK, "localhost"), (answer.StatusCode, answer.RequestMessage!.RequestUri!.Host));
        Assert.Equal((1, 1), (server.Crl.Requests, server.Crl.RedirectsFollowed));
    }

    [Fact]
    public async Task Connections_are_counted_while_they_are_open()
    {
        var clients = new List<TcpClient>();
        for (var i = 0; i < 3; i++)
        {
            clients.Add(new TcpClient());
            await clients[i].ConnectAsync(IPAddress.Loopback, server.Address.Port, Cancellation);
        }

        await UntilAsync(() => server.Conduct.Connections.Open == 3);
        clients.ForEach(client => client.Dispose());
        await UntilAsync(() => server.Conduct.Connections.Open == 0);

        Assert.Equal((3, 3), (server.Conduct.Connections.MostAtOnce, server.Conduct.Connections.Total));
    }

    [Fact]
    public void A_behaviour_is_set_for_one_authority_for_both_halves_or_for_all()
    {
        server.Ocsp.Behave("citizen", ResponderBehaviour.Stale);
        server.Ocsp.Behave("root-ec", ResponderBehaviour.Late);
        Assert.Equal(
            [ResponderBehaviour.Good, ResponderBehaviour.Stale, ResponderBehaviour.Late, ResponderBehaviour.Stale, ResponderBehaviour.Good],
            server.Conduct.Authorities.Select(server.Ocsp.BehaviourOf));
        Assert.All(server.Conduct.Authorities, authority => Assert.Equal(ResponderBehaviour.Good, server.Crl.BehaviourOf(authority)));

        server.Conduct.Behave(ResponderBehaviour.OtherAuthority);
        Assert.All(server.Conduct.Authorities, authority => Assert.Equal(ResponderBehaviour.OtherAuthority, server.Crl.BehaviourOf(authority)));
        Assert.Equal(ResponderBehaviour.OtherAuthority, server.Certificates.BehaviourOf("root-rsa"));
        Assert.Equal(ResponderBehaviour.Late, server.Ocsp.BehaviourOf("root-ec"));
        server.Conduct.Behave("foreigner", ResponderBehaviour.Good);
        Assert.Equal(ResponderBehaviour.Good, server.Crl.BehaviourOf("foreigner-ec"));
    }

    [Fact]
    public void What_a_service_does_not_have_and_who_does_not_exist_is_said()
    {
        Assert.Contains("Certificate has no behaviour Stale", Assert.Throws<ArgumentException>(() => server.Certificates.Behave(ResponderBehaviour.Stale)).Message, StringComparison.Ordinal);
        Assert.Contains("there are root-rsa, citizen-rsa, root-ec", Assert.Throws<ArgumentException>(() => server.Ocsp.Behave("nobody", ResponderBehaviour.Stale)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => server.Ocsp.Behave("cit", ResponderBehaviour.Stale));
        Assert.Throws<ArgumentOutOfRangeException>(() => server.Conduct.Behave((ResponderBehaviour)999));
        Assert.Throws<ArgumentException>(() => server.SignLogin("nobody", "https://loket.example.be", Convert.ToBase64String(new byte[32])));
        Assert.Throws<ArgumentException>(() => server.SignLogin("adult-18", "loket", Convert.ToBase64String(new byte[32])));
        Assert.Throws<ArgumentException>(() => server.SignLogin("pin-blocked", "https://loket.example.be", Convert.ToBase64String(new byte[32])));
    }

    [Fact]
    public async Task Of_two_requests_at_once_only_one_is_told_to_try_later()
    {
        server.Ocsp.Behave(ResponderBehaviour.TryLaterOnce);

        var told = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => server.Ocsp.Take("citizen-ec"), Cancellation)));

        Assert.Single(told, ResponderBehaviour.TryLaterOnce);
        Assert.Equal(20, server.Ocsp.Requests);
    }

    [Fact]
    public async Task A_request_beyond_4_KiB_is_refused_whatever_the_behaviour()
    {
        server.Ocsp.Behave(ResponderBehaviour.Stale);

        var answer = await TalkAsync("POST /ocsp/citizen-ec HTTP/1.1\r\nHost: x\r\nContent-Type: application/ocsp-request\r\nContent-Length: 4097\r\nConnection: close\r\n\r\n" + new string('0', 4097));

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(Func<bool> happened)
    {
        while (!happened())
        {
            await Task.Delay(10, Cancellation);
        }
    }

    // Latin-1, so that a character is a byte.
    private async Task<string> TalkAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Address.Port, Cancellation);
        var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes(request), Cancellation);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, Cancellation);
        return System.Text.Encoding.Latin1.GetString(answer.ToArray());
    }
}
