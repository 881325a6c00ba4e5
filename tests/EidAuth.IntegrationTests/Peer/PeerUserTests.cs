using System.Net;
using System.Net.Sockets;
using EidAgent.Peer;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Peer;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class PeerUserTests : IDisposable
{
    private readonly TcpListener agent = new(IPAddress.Loopback, 0);

    public PeerUserTests()
    {
        Require.OrSkip(OperatingSystem.IsLinux(), "the peer is looked up in /proc");
        agent.Start();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private int Port => ((IPEndPoint)agent.LocalEndpoint).Port;

    [Fact]
    public async Task A_connection_of_our_own_is_this_users()
    {
        using var browser = new TcpClient(AddressFamily.InterNetwork);
        await browser.ConnectAsync(IPAddress.Loopback, Port, Cancellation);
        using var accepted = await agent.AcceptSocketAsync(Cancellation);

        Assert.Equal(PeerOwner.ThisUser, Find(accepted));
    }

    [Fact]
    public async Task A_connection_through_a_v6_socket_is_found_too()
    {
        using var browser = new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true };
        await browser.ConnectAsync(IPAddress.Loopback.MapToIPv6(), Port, Cancellation);
        using var accepted = await agent.AcceptSocketAsync(Cancellation);

        Assert.Equal(PeerOwner.ThisUser, Find(accepted));
    }

    [Fact]
    public async Task A_connection_of_another_user_is_not()
    {
        Require.OrSkip(Environment.UserName == "root", "only root can start a program as another user");
        Require.Programs("setpriv", "bash");
        await using var other = TestProcess.Start(
            "setpriv", ["--reuid", "65534", "--clear-groups", "bash", "-c", $"exec 3<>/dev/tcp/127.0.0.1/{Port}; echo connected; exec cat"], folder: "/");
        using var accepted = await agent.AcceptSocketAsync(Cancellation);
        await other.WaitForLineAsync("connected", TimeSpan.FromSeconds(20), Cancellation);

        Assert.Equal(PeerOwner.AnotherUser, Find(accepted));
    }

    [Fact]
    public async Task A_peer_that_has_gone_is_unknown_and_never_root()
    {
        var browser = new TcpClient(AddressFamily.InterNetwork);
        await browser.ConnectAsync(IPAddress.Loopback, Port, Cancellation);
        using var accepted = await agent.AcceptSocketAsync(Cancellation);
        var (local, remote) = ((IPEndPoint)accepted.LocalEndPoint!, (IPEndPoint)accepted.RemoteEndPoint!);

        browser.Close();

        Assert.Equal(PeerOwner.Unknown, PeerUser.Find(local, remote));
    }

    [Fact]
    public void A_connection_nobody_has_is_unknown() =>
        Assert.Equal(PeerOwner.Unknown, PeerUser.Find(new IPEndPoint(IPAddress.Loopback, Port), new IPEndPoint(IPAddress.Loopback, 1)));

    [Fact]
    public async Task Our_own_end_is_not_taken_for_the_peers()
    {
        using var browser = new TcpClient(AddressFamily.InterNetwork);
        await browser.ConnectAsync(IPAddress.Loopback, Port, Cancellation);
        using var accepted = await agent.AcceptSocketAsync(Cancellation);
        var (local, remote) = ((IPEndPoint)accepted.LocalEndPoint!, (IPEndPoint)accepted.RemoteEndPoint!);

        Assert.Equal(PeerOwner.Unknown, PeerUser.Find(local, new IPEndPoint(IPAddress.Parse("127.0.0.2"), remote.Port)));
        Assert.Equal(PeerOwner.Unknown, PeerUser.Find(new IPEndPoint(IPAddress.Loopback, local.Port == 1 ? 2 : 1), remote));
    }

    public void Dispose() => agent.Dispose();

    private static PeerOwner Find(Socket accepted) => PeerUser.Find((IPEndPoint)accepted.LocalEndPoint!, (IPEndPoint)accepted.RemoteEndPoint!);
}
