using System.Net;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Responder;

/// <summary>What takes long takes it by the responder's clock, and ends when the client goes or the host stops.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class SlowBehaviourTests
{
    [Theory]
    [InlineData(ResponderService.Ocsp)]
    [InlineData(ResponderService.Crl)]
    [InlineData(ResponderService.Certificate)]
    public async Task Late_is_the_right_answer_after_ten_seconds(ResponderService service)
    {
        await using var bench = await BehaviourBench.StartAsync("adult-18");
        bench.Conduct(service).Behave(ResponderBehaviour.Late);
        var observed = bench.ObserveAsync(service);

        await UntilAsync(() => bench.Clock.ArmedTimers == 1);
        bench.Clock.Advance(TimeSpan.FromSeconds(9.9));
        Assert.Equal(1, bench.Clock.ArmedTimers);
        Assert.False(observed.IsCompleted);
        bench.Clock.Advance(TimeSpan.FromSeconds(0.1));

        Assert.Equal("Good", await observed);
    }

    [Fact]
    public async Task How_late_can_be_set()
    {
        await using var bench = await BehaviourBench.StartAsync("adult-18");
        bench.Server.Conduct.Delay = TimeSpan.FromSeconds(2);
        bench.Server.Ocsp.Behave(ResponderBehaviour.Late);
        var observed = bench.ObserveAsync(ResponderService.Ocsp);

        await UntilAsync(() => bench.Clock.ArmedTimers == 1);
        bench.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal("Good", await observed);
        Assert.Throws<ArgumentOutOfRangeException>(() => bench.Server.Conduct.Delay = TimeSpan.FromSeconds(-1));
    }

    [Theory]
    [InlineData(ResponderService.Ocsp)]
    [InlineData(ResponderService.Crl)]
    [InlineData(ResponderService.Certificate)]
    public async Task Dripping_is_a_byte_every_quarter_of_a_second(ResponderService service)
    {
        await using var bench = await BehaviourBench.StartAsync("adult-18");
        bench.Conduct(service).Behave(ResponderBehaviour.Dripping);

        // The head comes with the first byte.
        using var response = await bench.SendAsync(service);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var buffer = new byte[100];

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.InRange(response.Content.Headers.ContentLength!.Value, 300, 10_000);
        for (var drop = 0; drop < 5; drop++)
        {
            Assert.Equal(1, await body.ReadAsync(buffer, TestContext.Current.CancellationToken));
            await UntilAsync(() => bench.Clock.ArmedTimers == 1);
            bench.Clock.Advance(TimeSpan.FromSeconds(0.25));
        }
    }

    [Theory]
    [InlineData(ResponderService.Ocsp)]
    [InlineData(ResponderService.Crl)]
    [InlineData(ResponderService.Certificate)]
    public async Task Silent_never_answers_and_ends_with_the_host(ResponderService service)
    {
        await using var bench = await BehaviourBench.StartAsync("adult-18");
        var conduct = bench.Conduct(service);
        conduct.Behave(ResponderBehaviour.Silent);
        var observed = bench.ObserveAsync(service);

        await UntilAsync(() => conduct.Requests == 1);
        bench.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(observed.IsCompleted);
        Assert.Equal(1, bench.Server.Conduct.Connections.Open);
        await bench.Server.StopAsync();

        Assert.Equal("broken", await observed);
        Assert.Equal(0, bench.Server.Conduct.Connections.Open);
    }

    [Theory]
    [InlineData(ResponderBehaviour.Late)]
    [InlineData(ResponderBehaviour.Silent)]
    [InlineData(ResponderBehaviour.Dripping)]
    [InlineData(ResponderBehaviour.Endless)]
    [InlineData(ResponderBehaviour.Huge)]
    public async Task What_lasts_ends_when_the_client_goes(ResponderBehaviour behaviour)
    {
        await using var bench = await BehaviourBench.StartAsync("adult-18");
        bench.Server.Conduct.Behave(behaviour);

        using (var client = new System.Net.Sockets.TcpClient())
        {
            await client.ConnectAsync(IPAddress.Loopback, bench.Server.Address.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync("GET /crl/citizen-ec.crl HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
            await UntilAsync(() => bench.Server.Crl.Requests == 1);
        }

        await UntilAsync(() => bench.Server.Conduct.Connections.Open == 0);
        await UntilAsync(() => bench.Clock.ArmedTimers == 0);
    }

    // An event of the responder that nobody announces.
    private static async Task UntilAsync(Func<bool> happened)
    {
        while (!happened())
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
