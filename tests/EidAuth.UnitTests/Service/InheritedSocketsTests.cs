using System.Net;
using EidAgent.Service;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Service;

[Trait("Group", TestGroup.Agent)]
public sealed class InheritedSocketsTests
{
    private const int Self = 4711;

    private static readonly SocketFacts Loopback = new(Family: 2, Type: 1, Listens: true, new IPEndPoint(IPAddress.Loopback, 35353));

    [Fact]
    public void A_listening_socket_on_127_0_0_1_is_taken()
    {
        var sockets = Read("4711", "1", Loopback);

        Assert.Null(sockets.Problem);
        Assert.Equal([new InheritedSocket(3, InheritedSocketKind.Loopback, 35353)], sockets.Sockets);
    }

    [Fact]
    public void A_listening_stream_on_a_path_is_taken_as_such()
    {
        var sockets = Read("4711", "2", Loopback, new SocketFacts(Family: 1, Type: 1, Listens: true, null));

        Assert.Null(sockets.Problem);
        Assert.Equal(
            [new InheritedSocket(3, InheritedSocketKind.Loopback, 35353), new InheritedSocket(4, InheritedSocketKind.Local, 0)], sockets.Sockets);
    }

    [Fact]
    public void What_was_meant_for_another_process_is_not_taken()
    {
        var sockets = Read("4710", "1", Loopback);

        Assert.Null(sockets.Problem);
        Assert.Empty(sockets.Sockets);
    }

    [Theory]
    [InlineData(null, "1")]
    [InlineData("4711", null)]
    [InlineData("", "1")]
    [InlineData("4711", "")]
    [InlineData(" 4711", "1")]
    [InlineData("4711", "1 ")]
    [InlineData("+4711", "1")]
    [InlineData("4711", "-1")]
    [InlineData("4711", "0x1")]
    [InlineData("4711", "1,000")]
    [InlineData("4711", "٣")]
    [InlineData("4711", "99999999999")]
    public void What_is_no_plain_number_is_refused(string? process, string? count) => Refused(SocketProblem.NumberMalformed, Read(process, count, Loopback));

    [Theory]
    [InlineData("0")]
    [InlineData("9")]
    [InlineData("2147483647")]
    public void None_or_too_many_are_refused(string count) => Refused(SocketProblem.Count, Read("4711", count, Loopback));

    [Fact]
    public void A_descriptor_that_is_no_socket_is_refused() => Refused(SocketProblem.NoSocket, Read("4711", "1", (SocketFacts?)null));

    [Fact]
    public void Another_family_is_refused() => Refused(SocketProblem.Family, Read("4711", "1", Loopback with { Family = 10, Address = null }));

    [Fact]
    public void A_datagram_socket_is_refused() => Refused(SocketProblem.Family, Read("4711", "1", Loopback with { Type = 2 }));

    [Fact]
    public void A_socket_that_does_not_listen_is_refused() => Refused(SocketProblem.NotListening, Read("4711", "1", Loopback with { Listens = false }));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("127.0.0.2")]
    [InlineData("192.0.2.1")]
    public void A_socket_on_another_address_is_refused(string address) =>
        Refused(SocketProblem.NotLoopback, Read("4711", "1", Loopback with { Address = new IPEndPoint(IPAddress.Parse(address), 35353) }));

    [Fact]
    public void One_that_is_refused_takes_the_others_with_it() =>
        Refused(SocketProblem.NotListening, Read("4711", "2", Loopback, Loopback with { Listens = false }));

    private static void Refused(SocketProblem problem, InheritedSockets sockets)
    {
        Assert.Equal(problem, sockets.Problem);
        Assert.Empty(sockets.Sockets);
    }

    private static InheritedSockets Read(string? process, string? count, params SocketFacts?[] facts) =>
        InheritedSockets.Read(process, count, Self, descriptor => facts.ElementAtOrDefault(descriptor - 3));
}
