using System.IO.Pipes;
using System.Net;
using System.Net.Sockets;
using EidAuth.Testing;
using EidAuth.Testing.Net;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Ports;

/// <summary>
/// One user attacks the other past the port: at the other's Unix socket, in the folders, by flooding. Alice's agent runs and has a card; Bob has none of it. Whatever he does, her next login works,
/// and her card hears nothing before.
/// </summary>
[Trait("Group", TestGroup.Attacks)]
public sealed class DirectAttackTests : IAsyncLifetime
{
    private SharedComputer? computer;
    private CardUser? alice;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SharedComputer Computer => computer!;

    private CardUser Alice => alice!;

    private string Door => Computer.Door(SharedComputer.Alice);

    public async ValueTask InitializeAsync()
    {
        computer = await SharedComputer.StartAsync();
        alice = await CardUser.LogOnAsync(computer, SharedComputer.Alice, "adult-18");
        await computer.LogOnAsync(SharedComputer.Bob);
        await computer.HoldPortAsync();
        await alice.StartAgentAsync(isHanded: true);
    }

    public async ValueTask DisposeAsync()
    {
        await (alice?.DisposeAsync() ?? default);
        await (computer?.DisposeAsync() ?? default);
    }

    [Fact]
    public async Task Bob_cannot_reach_the_socket_of_alices_agent()
    {
        Assert.Throws<SocketException>(() => AsUser.Run(SharedComputer.Bob, () => DoorCaller.Connect(Door).Dispose()));

        await Alice.LogInAsync();
    }

    [Fact]
    public async Task Where_alice_opened_her_folder_bob_reaches_it_and_nothing_he_passes_is_taken()
    {
        await OpenAlicesFolderAsync();
        using var browser = Browser(SharedComputer.Bob);
        using var pipe = new AnonymousPipeServerStream();

        foreach (var descriptors in new int[][] { [Number(browser)], [(int)pipe.SafePipeHandle.DangerousGetHandle()], [.. Enumerable.Repeat(Number(browser), 100)], [] })
        {
            using var caller = AsUser.Run(SharedComputer.Bob, () => DoorCaller.Connect(Door));
            AsUser.Run(SharedComputer.Bob, () => Descriptors.Send(caller, "H"u8, descriptors));

            Assert.False(DoorCaller.IsTaken(caller));
        }

        await Alice.LogInAsync();
        Assert.Equal(4, Count("not the system part"));
        Assert.DoesNotContain("another_user", Alice.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_system_part_itself_can_pass_nothing_but_one_connection_to_the_port()
    {
        using var own = Browser(SharedComputer.Alice);
        using var accepted = await AcceptedElsewhereAsync();
        using var listening = new TcpListener(IPAddress.Loopback, 0);
        listening.Start();
        using var datagrams = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        using var pipe = new AnonymousPipeServerStream();
        var door = Door;

        foreach (var (descriptors, message) in new (int[], byte[])[]
        {
            ([(int)pipe.SafePipeHandle.DangerousGetHandle()], "H"u8.ToArray()),
            ([Number(listening.Server)], "H"u8.ToArray()),
            ([Number(datagrams)], "H"u8.ToArray()),
            ([Number(accepted)], "H"u8.ToArray()),
            ([Number(own)], "H"u8.ToArray()), // The browser's end of a connection: its own port is another.
            ([Number(own), Number(own)], "H"u8.ToArray()),
            ([.. Enumerable.Repeat(Number(own), 253)], "H"u8.ToArray()),
            ([], "H"u8.ToArray()),
            ([Number(own)], "X"u8.ToArray()),
        })
        {
            using var caller = AsSystemPart(() => DoorCaller.Connect(door));
            AsSystemPart(() => Descriptors.Send(caller, message, descriptors));
            Assert.False(DoorCaller.IsTaken(caller));
        }

        await Alice.LogInAsync();
        Assert.Equal(9, Count("not one connection to our port"));
    }

    [Fact]
    public async Task A_system_part_that_passes_bobs_connection_to_alice_is_not_believed()
    {
        // In the place of the system part, on its port: a connection that Bob's browser made is passed to Alice's agent.
        await Computer.StopHoldingAsync();
        using var port = new TcpListener(IPAddress.Loopback, Computer.Port);
        port.Start();
        var bob = Computer.Browser(SharedComputer.Bob).OpenAsync(UserBrowser.LoginPath("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
        using (var accepted = await port.AcceptSocketAsync(Cancellation))
        {
            var door = Door;
            using var caller = AsSystemPart(() => DoorCaller.Connect(door));
            AsSystemPart(() => Descriptors.Send(caller, "H"u8, Number(accepted)));
            Assert.True(DoorCaller.IsTaken(caller));
        }

        var page = await bob;
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("<code>another_user</code>", page.Html, StringComparison.Ordinal);
        Assert.Null(page.FormTo("/continue"));
        port.Stop();
        await Computer.HoldPortAsync();
        await Alice.LogInAsync();
    }

    [Fact]
    public async Task Bob_can_neither_take_a_users_place_before_nor_lead_his_own_to_alice()
    {
        await OpenAlicesFolderAsync();
        var places = Computer.Places;
        Assert.ThrowsAny<Exception>(() => AsUser.Run(SharedComputer.Bob, () => Directory.CreateDirectory(Path.Combine(places, "61003"))));
        Assert.ThrowsAny<Exception>(() => AsUser.Run(SharedComputer.Bob, () => Directory.Move(Path.Combine(places, "61002"), Path.Combine(places, "61003"))));
        var own = Computer.Door(SharedComputer.Bob);
        AsUser.Run(SharedComputer.Bob, () => File.CreateSymbolicLink(own, Door));

        var linked = await Computer.Browser(SharedComputer.Bob).OpenAsync("/");
        AsUser.Run(SharedComputer.Bob, () => File.Delete(own));
        AsUser.Run(SharedComputer.Bob, () => File.WriteAllText(own, "no socket"));
        var file = await Computer.Browser(SharedComputer.Bob).OpenAsync("/");

        Assert.All([linked, file], page => Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status));
        Assert.DoesNotContain("another_user", Alice.Log, StringComparison.Ordinal);
        Assert.Equal(0, Count("not the system part"));
        await Alice.LogInAsync();
    }

    [Fact]
    public async Task An_agent_of_bobs_that_takes_nothing_and_a_flood_of_connections_keep_nobody_else_waiting()
    {
        await OpenAlicesFolderAsync();
        var own = Computer.Door(SharedComputer.Bob);
        using var silent = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        AsUser.Run(SharedComputer.Bob, () =>
        {
            silent.Bind(new UnixDomainSocketEndPoint(own));
            silent.Listen(512);
        });
        await ChangeModeAsync("666", own);
        var flood = new List<Socket>();
        try
        {
            for (var i = 0; i < 400; i++)
            {
                flood.Add(Browser(SharedComputer.Bob));
                flood.Add(AsUser.Run(SharedComputer.Bob, () => DoorCaller.Connect(Door)));
            }

            await Alice.LogInAsync();
            await Alice.LogInAsync();
        }
        finally
        {
            flood.ForEach(connection => connection.Dispose());
        }

        Assert.Contains("its user has too many that wait", Computer.HolderLog, StringComparison.Ordinal);
        await Alice.LogInAsync();
    }

    private static T AsSystemPart<T>(Func<T> act) => AsUser.Run(SharedComputer.SystemPart, act);

    private static int Number(Socket socket) => (int)socket.SafeHandle.DangerousGetHandle();

    private static async Task<Socket> AcceptedElsewhereAsync()
    {
        using var elsewhere = new TcpListener(IPAddress.Loopback, 0);
        elsewhere.Start();
        using var caller = new TcpClient();
        var connecting = caller.ConnectAsync(IPAddress.Loopback, ((IPEndPoint)elsewhere.LocalEndpoint).Port, Cancellation);
        var accepted = await elsewhere.AcceptSocketAsync(Cancellation);
        await connecting;
        return accepted;
    }

    // A connection to the port that this user made. It sends nothing.
    private Socket Browser(uint user) => AsUser.Run(user, () =>
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(IPAddress.Loopback, Computer.Port);
        return socket;
    });

    private Task OpenAlicesFolderAsync() => ChangeModeAsync("711", Path.GetDirectoryName(Door)!);

    private static async Task ChangeModeAsync(string mode, string path) =>
        Assert.Equal(0, (await TestProcess.RunAsync("chmod", [mode, path], Cancellation)).ExitCode);

    private int Count(string line) => Alice.Log.Split(line).Length - 1;
}
